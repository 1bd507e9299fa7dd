/** The parts of an item that the rules of a package look at. */
export type ItemOutline = {
  id: string;
  bank: string;
  objective: string | null;
  status: 'reviewed' | 'draft';
  pretest: boolean;
  difficulty: 'easy' | 'medium' | 'hard';
  pairedWith: string | null;
  lessonSection: string | null;
  citations: { reference: string; verification: string }[];
} & ItemKeyOutline;

/** The key of an item as the package writes it; null: not given yet, as in a draft. */
export type ItemKeyOutline =
  | {
      type: 'single' | 'multiple' | 'true-false';
      select: number;
      options: { id: string; correct: boolean | null }[];
    }
  | {
      type: 'matching';
      options: { id: string; match: string | null }[];
      targets: { id: string; rationale?: string | undefined }[];
    }
  | { type: 'ordering'; options: { id: string; position: number | null }[] }
  | { type: 'numeric' | 'short-text'; options: { id: string; correct: boolean | null }[] };

export type SectionOutline = {
  file: string;
  slug: string;
  title: string;
  objectives: string[];
  minutes: number;
  /** Title, objectives and minutes as activity.json repeats them. */
  listed: { title: string; objectives: string[]; minutes: number };
  /** Every mention, in reading order. */
  citationKeys: string[];
  /** The references for which the front matter gives a locator or a passage. */
  detailedKeys: string[];
  figureIds: string[];
};

export type AssessmentOutline = {
  kind: 'pre-test' | 'practice' | 'assessment';
  bank: string;
  onlyPretestItems: boolean;
  blueprint: {
    objective: string;
    difficulty?: 'any' | 'easy' | 'medium' | 'hard' | undefined;
    count: number;
  }[];
  totalItems: number;
  feedback: 'none' | 'after-each-item' | 'after-submission';
  passingStandard: number | null;
  requiredForCompletion: boolean;
  alwaysInclude?: string[] | undefined;
};

/** What must agree across the files of an activity package. */
export type PackageOutline = {
  audience: string[];
  objectives: string[];
  sections: SectionOutline[];
  /** Figure ids that the package has a drawing for. */
  drawings: string[];
  /** Without a number it is cited by items only, and not in the printed list. */
  references: { id: string; number: number | null }[];
  items: ItemOutline[];
  assessments: AssessmentOutline[];
  /** Names of those in control of content, and of those with a recorded disclosure. */
  faculty: {
    inControl: string[];
    disclosed: string[];
    /** What is open in a declaration, in words, with whose it is. */
    open: { name: string; what: string }[];
  };
  /** Under what the package says that it is offered. */
  accreditationMode: string;
};
