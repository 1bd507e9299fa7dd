import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import { checkPackage } from '#lib/domain/interchange/check-package.ts';
import type { SectionOutline } from '#lib/domain/interchange/package-outline.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { readSectionMarkdown, type SectionMarkdown } from '../lesson/read-section-markdown.ts';
import { sanitiseSvg } from '../lesson/sanitise-svg.ts';
import { activitySchema, frontMatterSchema, type ActivityFile } from './activity-schema.ts';
import { evaluationSchema } from './evaluation-schema.ts';
import { itemsSchema } from './items-schema.ts';
import { parseFrontMatter, parseJsonFile } from './parse-file.ts';
import type { PackageFiles } from './read-package-folder.ts';
import { referencesSchema } from './references-schema.ts';

type Listing = ActivityFile['lessonSections'][number];

type ParsedSection = { listing: Listing; objectives: string[]; title: string; markdown: SectionMarkdown };

function parseSection(
  files: PackageFiles,
  listing: Listing
): { section: ParsedSection | null; problems: PackageProblem[] } {
  const { file, slug } = listing;
  const text = files.get(file);
  if (text === undefined) {
    const why = 'activity.json lists it, but it is missing.';
    return { section: null, problems: [{ file, where: 'the file', why, mend: 'Add the file.' }] };
  }
  const front = parseFrontMatter(file, text, frontMatterSchema);
  if (!front.found) return { section: null, problems: front.problems };
  const markdown = readSectionMarkdown(front.body);
  const problems = markdown.faults.map((fault) => ({ file, ...fault }));
  if (front.found.slug !== slug) {
    problems.push({ file, where: 'slug', why: `activity.json says ${slug}.`, mend: 'Use one slug in both.' });
  }
  return {
    section: { listing, objectives: front.found.objectives, title: front.found.title, markdown },
    problems
  };
}

function outlineOf({ listing, objectives, title, markdown }: ParsedSection): SectionOutline {
  return {
    file: listing.file,
    slug: listing.slug,
    title,
    objectives,
    listed: { title: listing.title, objectives: listing.objectives },
    citationKeys: markdown.citationKeys,
    figureIds: markdown.figures.map((figure) => figure.id)
  };
}

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
  items: NonNullable<ReturnType<typeof parseFiles>['items']['found']>;
  references: NonNullable<ReturnType<typeof parseFiles>['references']['found']>;
  evaluation: NonNullable<ReturnType<typeof parseFiles>['evaluation']['found']>;
  sections: ParsedSection[];
  drawings: Map<string, string>;
};

/** Reads the files of a package and checks that they agree. Pure; every fault is a named problem, nothing throws. */
export function parsePackage(files: PackageFiles): Result<ActivityPackage, PackageProblem[]> {
  const { activity, items, references, evaluation, sections, drawings, problems } = parseFiles(files);
  const present = sections.flatMap(({ section }) => (section ? [section] : []));
  if (problems.length > 0 || !activity.found || !items.found || !references.found || !evaluation.found) {
    return failure(problems);
  }
  const faculty = [...activity.found.authors, ...activity.found.reviewers];
  const disagreements = checkPackage({
    objectives: activity.found.learningObjectives.map((objective) => objective.id),
    sections: present.map(outlineOf),
    drawings: [...drawings.keys()],
    references: references.found.map(({ id, custom }) => ({ id, number: custom.number })),
    items: items.found,
    assessments: activity.found.assessments,
    faculty: {
      inControl: faculty.map((person) => person.name),
      disclosed: activity.found.disclosures.map((person) => person.name)
    }
  });
  if (disagreements.length > 0) return failure(disagreements);
  return success({
    activity: activity.found,
    items: items.found,
    references: references.found,
    evaluation: evaluation.found,
    sections: present,
    drawings
  });
}
