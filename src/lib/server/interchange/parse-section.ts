import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import type { SectionOutline } from '#lib/domain/interchange/package-outline.ts';
import { readSectionMarkdown, type SectionMarkdown } from '../lesson/read-section-markdown.ts';
import type { ActivityFile } from './activity-schema.ts';
import { frontMatterSchema, type FrontMatter } from './front-matter-schema.ts';
import { parseFrontMatter } from './parse-file.ts';
import type { PackageFiles } from './package-files.ts';

type Listing = ActivityFile['lessonSections'][number];

/** A section: as activity.json lists it, its front matter, the text as its author wrote it, and what was read in it. */
export type ParsedSection = {
  listing: Listing;
  front: FrontMatter;
  source: string;
  markdown: SectionMarkdown;
};

/** Reads the file of a section. Faults of its text do not keep it from being a draft. */
export function parseSection(
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
  const problems: PackageProblem[] = markdown.faults.map(({ where, why, mend }) => ({
    file,
    where,
    why,
    mend,
    atRelease: true
  }));
  if (front.found.slug !== slug) {
    problems.push({ file, where: 'slug', why: `activity.json says ${slug}.`, mend: 'Use one slug in both.' });
  }
  return { section: { listing, front: front.found, source: front.body, markdown }, problems };
}

/** What the rules of a package look at in a section. */
export function sectionOutline({ listing, front, markdown }: ParsedSection): SectionOutline {
  return {
    file: listing.file,
    slug: listing.slug,
    title: front.title,
    objectives: front.objectives,
    minutes: front.minutes,
    listed: { title: listing.title, objectives: listing.objectives, minutes: listing.minutes },
    citationKeys: markdown.citationKeys,
    detailedKeys: (front.citations ?? []).map(({ reference }) => reference),
    figureIds: markdown.figures.map((figure) => figure.id)
  };
}
