/** The parts of an item that the rules of a package look at. */
export type ItemOutline = {
  id: string;
  bank: 'practice' | 'assessment';
  objective: string;
  status: 'reviewed' | 'draft';
  pretest: boolean;
  pairedWith: string | null;
  lessonSection: string | null;
  citations: { reference: string; verification: string }[];
} & ItemKeyOutline;

/** The key of an item as the package writes it. */
export type ItemKeyOutline =
  | { type: 'single' | 'multiple'; select: number; options: { id: string; correct: boolean }[] }
  | {
      type: 'matching';
      options: { id: string; match: string }[];
      targets: { id: string; rationale?: string | undefined }[];
    }
  | { type: 'ordering'; options: { id: string; position: number }[] };

export type SectionOutline = {
  file: string;
  slug: string;
  title: string;
  objectives: string[];
  /** Slug, title and objectives as activity.json repeats them. */
  listed: { title: string; objectives: string[] };
  /** Every mention, in reading order. */
  citationKeys: string[];
  figureIds: string[];
};

export type AssessmentOutline = {
  kind: 'pre-test' | 'practice' | 'assessment';
  bank: 'practice' | 'assessment';
  onlyPretestItems: boolean;
  blueprint: { objective: string; count: number }[];
  totalItems: number;
  feedback: 'none' | 'after-each-item' | 'after-submission';
  passingStandard: number | null;
  requiredForCompletion: boolean;
  alwaysInclude?: string[] | undefined;
};

/** What must agree across the files of an activity package. */
export type PackageOutline = {
  objectives: string[];
  sections: SectionOutline[];
  /** Figure ids that the package has a drawing for. */
  drawings: string[];
  references: { id: string; number: number }[];
  items: ItemOutline[];
  assessments: AssessmentOutline[];
  /** Names of those in control of content, and of those with a recorded disclosure. */
  faculty: { inControl: string[]; disclosed: string[] };
};
