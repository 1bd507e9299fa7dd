import type { PackageOutline, SectionOutline } from './package-outline.ts';
import type { PackageProblem } from './package-problem.ts';
import { repeated } from './repeated.ts';

/** A draft may wait for its drawings. */
const undrawnFigures = (
  { file, figureIds }: SectionOutline,
  { drawings }: PackageOutline
): PackageProblem[] =>
  figureIds
    .filter((id) => !drawings.includes(id))
    .map((id) => ({
      file,
      where: `figure ${id}`,
      why: 'It has no drawing.',
      mend: `Add figures/${id}.svg, or remove the figure.`,
      atRelease: true
    }));

/** Why a reference cannot be cited, and how to mend it. */
const UNLISTED = [
  'The reference is not in references.json.',
  'Add it there, or cite one that is there.'
] as const;

type Say = (where: string, why: string, mend: string) => PackageProblem;

/** What front matter and activity.json both say. */
function listingProblems({ listed, ...front }: SectionOutline, at: Say): PackageProblem[] {
  const problems: PackageProblem[] = [];
  if (front.title !== listed.title) {
    problems.push(
      at('title', `activity.json calls this section "${listed.title}".`, 'Use one title in both.')
    );
  }
  if (front.objectives.join() !== listed.objectives.join()) {
    problems.push(at('objectives', 'activity.json lists others for this section.', 'List the same in both.'));
  }
  if (front.minutes !== listed.minutes) {
    problems.push(at('minutes', `activity.json says ${listed.minutes}.`, 'Use one number in both.'));
  }
  return problems;
}

/** Marks whose reference is not listed, or has no number; a draft may have them. */
function markProblems({ citationKeys }: SectionOutline, references: PackageOutline['references'], at: Say) {
  return [...new Set(citationKeys)].flatMap((key): PackageProblem[] => {
    const found = references.find((reference) => reference.id === key);
    if (found === undefined) return [{ ...at(`[@${key}]`, ...UNLISTED), atRelease: true }];
    if (found.number !== null) return [];
    const why = 'The reference has no number in the list.';
    return [{ ...at(`[@${key}]`, why, 'Give it a "number".'), atRelease: true }];
  });
}

/** Locators and passages for references that are not listed, or not cited, or told of twice. */
function detailProblems(
  { citationKeys, detailedKeys }: SectionOutline,
  references: PackageOutline['references'],
  at: Say
): PackageProblem[] {
  const isListed = (key: string) => references.some((reference) => reference.id === key);
  const where = (key: string | number) => `citations, ${key}`;
  const uncited = detailedKeys.filter((key) => !citationKeys.includes(key));
  return [
    ...detailedKeys.filter((key) => !isListed(key)).map((key) => at(where(key), ...UNLISTED)),
    ...uncited.map((key) =>
      at(where(key), 'The text does not cite this reference.', 'Cite it, or remove its passage.')
    ),
    ...repeated(detailedKeys).map((key) => at(where(key), 'It is listed twice.', 'List each reference once.'))
  ];
}

/** What does not agree in a section: with activity.json, the references, the objectives and the drawings. */
export function checkSection(section: SectionOutline, outline: PackageOutline): PackageProblem[] {
  const at: Say = (where, why, mend) => ({ file: section.file, where, why, mend });
  const unknown = section.objectives.filter((code) => !outline.objectives.includes(code));
  return [
    ...markProblems(section, outline.references, at),
    ...detailProblems(section, outline.references, at),
    ...undrawnFigures(section, outline),
    ...listingProblems(section, at),
    ...unknown.map((code) =>
      at('objectives', `${code} is no objective of the activity.`, 'Name ids of "learningObjectives".')
    )
  ];
}
