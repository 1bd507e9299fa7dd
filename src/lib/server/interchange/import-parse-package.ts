import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import { openDisclosure, openRelationships } from '#lib/domain/activity/disclosure-sentence.ts';
import { checkPackage } from '#lib/domain/interchange/check-package.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { sanitiseSvg } from '../lesson/sanitise-svg.ts';
import { activitySchema, type ActivityFile } from './activity-schema.ts';
import { evaluationSchema } from './evaluation-schema.ts';
import { itemsSchema, type ItemEntry } from './items-schema.ts';
import { parseJsonFile } from './parse-file.ts';
import { parseSection, sectionOutline, type ParsedSection } from './parse-section.ts';
import type { PackageFiles } from './package-files.ts';
import { referencesSchema } from './references-schema.ts';

/** The drawings of the package, sanitised, by figure id. */
function parseDrawings(files: PackageFiles): { drawings: Map<string, string>; problems: PackageProblem[] } {
  const drawings = new Map<string, string>();
  const problems: PackageProblem[] = [];
  for (const [file, source] of files) {
    const name = /^figures\/(.+)\.svg$/.exec(file)?.[1];
    if (name === undefined) continue;
    const svg = sanitiseSvg(source);
    if (svg !== null) drawings.set(name, svg);
    else
      problems.push({
        file,
        where: 'the file',
        why: 'It is not one drawing.',
        mend: 'Hold one <svg viewBox="…"> in it.'
      });
  }
  return { drawings, problems };
}

function parseFiles(files: PackageFiles) {
  const activity = parseJsonFile(files, 'activity.json', activitySchema);
  const items = parseJsonFile(files, 'items.json', itemsSchema);
  const references = parseJsonFile(files, 'references.json', referencesSchema);
  const evaluation = parseJsonFile(files, 'evaluation.json', evaluationSchema);
  const sections = (activity.found?.lessonSections ?? []).map((listing) => parseSection(files, listing));
  const { drawings, problems } = parseDrawings(files);
  const parts = [activity, items, references, evaluation, ...sections, { problems }];
  return {
    activity,
    items,
    references,
    evaluation,
    sections,
    drawings,
    problems: parts.flatMap((part) => part.problems)
  };
}

/** An activity package whose parts agree with each other. */
export type ActivityPackage = {
  activity: ActivityFile;
  items: ItemEntry[];
  references: NonNullable<ReturnType<typeof parseFiles>['references']['found']>;
  evaluation: NonNullable<ReturnType<typeof parseFiles>['evaluation']['found']>;
  sections: ParsedSection[];
  drawings: Map<string, string>;
  /** What has to be mended before it can be published. */
  later: PackageProblem[];
};

type Whole = Omit<ActivityPackage, 'later'>;

/** What is open in the declarations of the package. Of one without a day only the relationships are looked at. */
const openIn = ({ disclosures }: ActivityFile, today: string) =>
  disclosures.flatMap(({ name, declaredOn, financialRelationships = [] }) => {
    const relationships = financialRelationships.map(({ kind = null, ...rest }) => ({ kind, ...rest }));
    const open =
      declaredOn === undefined
        ? openRelationships(relationships, today)
        : openDisclosure({ declaredOn, relationships }, today);
    return open.map((what) => ({ name, what }));
  });

function disagreements(
  { activity, items, references, sections, drawings }: Whole,
  today: string
): PackageProblem[] {
  const faculty = [...activity.authors, ...activity.reviewers];
  return checkPackage({
    audience: activity.audience,
    objectives: activity.learningObjectives.map((objective) => objective.id),
    sections: sections.map(sectionOutline),
    drawings: [...drawings.keys()],
    references: references.map(({ id, custom }) => ({ id, number: custom.number ?? null })),
    items,
    assessments: activity.assessments,
    faculty: {
      inControl: faculty.map((person) => person.name),
      disclosed: activity.disclosures.map((person) => person.name),
      open: openIn(activity, today)
    },
    accreditationMode: activity.accreditation.mode
  });
}

/**
 * How a package comes in: at once as what learners see, or as a draft; and whether its word that an item was reviewed
 * counts here.
 */
export type ImportManner = { as: 'draft' | 'live'; takesReviews: boolean };

/**
 * Reads the files of a package and checks that they agree. Pure; every fault is a named problem, nothing throws. As a
 * `draft` it may lack what is needed at the release.
 */
export function parsePackage(
  files: PackageFiles,
  { as, today }: Pick<ImportManner, 'as'> & { today: string }
): Result<ActivityPackage, PackageProblem[]> {
  const { activity, items, references, evaluation, sections, drawings, problems } = parseFiles(files);
  const isBlocking = ({ atRelease }: PackageProblem) => as === 'live' || !atRelease;
  if (
    problems.some(isBlocking) ||
    !activity.found ||
    !items.found ||
    !references.found ||
    !evaluation.found
  ) {
    return failure(problems.filter(isBlocking));
  }
  const whole = {
    activity: activity.found,
    items: items.found,
    references: references.found,
    evaluation: evaluation.found,
    sections: sections.flatMap(({ section }) => section ?? []),
    drawings
  };
  const found = [...problems, ...disagreements(whole, today)];
  const blocking = found.filter(isBlocking);
  return blocking.length > 0 ? failure(blocking) : success({ ...whole, later: found });
}
