import { checkBlueprint } from './check-blueprint.ts';
import { checkItem } from './check-item.ts';
import { checkSection } from './check-section.ts';
import type { PackageOutline } from './package-outline.ts';
import type { PackageProblem } from './package-problem.ts';
import { repeated } from './repeated.ts';
import { tellingForms } from './telling-forms.ts';

/** Ids that stand twice where each may stand once. */
function repetitionProblems(outline: PackageOutline): PackageProblem[] {
  const lists: { file: string; what: string; values: (string | number)[] }[] = [
    { file: 'activity.json', what: 'learning objective', values: outline.objectives },
    {
      file: 'activity.json',
      what: 'lesson section',
      values: outline.sections.map((section) => section.slug)
    },
    { file: 'activity.json', what: 'assessment kind', values: outline.assessments.map(({ kind }) => kind) },
    { file: 'references.json', what: 'reference', values: outline.references.map(({ id }) => id) },
    {
      file: 'references.json',
      what: 'reference number',
      values: outline.references.flatMap(({ number }) => number ?? [])
    },
    // Each bank numbers its own.
    { file: 'items.json', what: 'item', values: outline.items.map(({ id, bank }) => `${id} of ${bank}`) },
    { file: 'lesson', what: 'figure', values: outline.sections.flatMap((section) => section.figureIds) }
  ];
  return lists.flatMap(({ file, what, values }) =>
    repeated(values).map((value) => ({
      file,
      where: `${what} ${value}`,
      why: `There are two with this ${typeof value === 'number' ? 'number' : 'id'}.`,
      mend: 'Give each its own.'
    }))
  );
}

/** cme-rules.md §1.1, standard 3: nobody who controls content may be without a published disclosure. */
function disclosureProblems({ faculty }: PackageOutline): PackageProblem[] {
  const open = faculty.open.map(({ name, what }) => ({
    file: 'activity.json',
    where: `disclosure of ${name}`,
    why: `${name}: ${what}.`,
    mend: 'Complete the declaration.',
    atRelease: true as const
  }));
  const missing = faculty.inControl
    .filter((name) => !faculty.disclosed.includes(name))
    .map((name) => ({
      file: 'activity.json',
      where: 'disclosures',
      why: `${name} is an author or reviewer without a disclosure.`,
      mend: 'Add an entry with name, role and relationships ("None" where there are none).',
      atRelease: true as const
    }));
  return [...missing, ...open];
}

/** product.md, promise 8: what a package may claim by itself. Accredited wording is attested by an admin. */
function accreditationProblems({ accreditationMode }: PackageOutline): PackageProblem[] {
  if (accreditationMode === 'demonstration') return [];
  return [
    {
      file: 'activity.json',
      where: 'accreditation',
      why: 'Accredited credit is set up and attested here by an admin: a package cannot bring it in.',
      mend: 'Import it as a working copy, which is a demonstration until an admin has attested it.',
      atRelease: true
    }
  ];
}

/**
 * Credit rests on one form with a minimum performance level (cme-rules.md §1.3), and no form may tell its keys as it goes
 * on a bank that this one draws from (product.md, promise 2).
 */
function standardProblems({ assessments }: PackageOutline): PackageProblem[] {
  const at = { file: 'activity.json', where: 'assessments', atRelease: true as const };
  const forCredit = assessments.find(({ kind }) => kind === 'assessment');
  if (!forCredit) {
    return [{ ...at, why: 'There is none of kind "assessment", on which credit rests.', mend: 'Add one.' }];
  }
  const problems = tellingForms(assessments).map(({ kind }) => ({
    ...at,
    why: `The ${kind} shows keys after each item, from the bank that the assessment draws on.`,
    mend:
      kind === 'assessment' ? 'Set "feedback" to "after-submission".' : 'Let the two draw on different banks.'
  }));
  if (assessments.some(({ kind, requiredForCompletion }) => kind === 'practice' && requiredForCompletion)) {
    const why = 'Practice has no end, so it cannot be required for completion.';
    problems.push({ ...at, why, mend: 'Set its "requiredForCompletion" to false.' });
  }
  if (forCredit.passingStandard !== null && forCredit.requiredForCompletion) return problems;
  const mend = 'Set "passingStandard", and "requiredForCompletion" to true.';
  return [...problems, { ...at, why: 'The assessment need not be passed.', mend }];
}

/** What an activity cannot be offered without (cme-rules.md §1.2). */
function missingParts({ audience, objectives, sections }: PackageOutline): PackageProblem[] {
  const parts = [
    { where: 'audience', entries: audience, one: 'audience' },
    { where: 'learningObjectives', entries: objectives, one: 'objective' },
    { where: 'lessonSections', entries: sections, one: 'section' }
  ];
  return parts
    .filter(({ entries }) => entries.length === 0)
    .map(({ where, one }) => ({
      file: 'activity.json',
      where,
      why: `It names no ${one}.`,
      mend: `Add at least one ${one}.`,
      atRelease: true
    }));
}

/** All that does not agree across the files of a package; empty where it can be imported. */
export function checkPackage(outline: PackageOutline): PackageProblem[] {
  return [
    ...missingParts(outline),
    ...repetitionProblems(outline),
    ...outline.sections.flatMap((section) => checkSection(section, outline)),
    ...outline.items.flatMap((item) => checkItem(item, outline)),
    ...standardProblems(outline),
    ...outline.assessments.flatMap((assessment) => checkBlueprint(assessment, outline)),
    ...disclosureProblems(outline),
    ...accreditationProblems(outline)
  ];
}
