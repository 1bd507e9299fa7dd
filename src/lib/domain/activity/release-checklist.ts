import type { Shortage } from './blueprint-coverage.ts';

/** `missing` blocks the release; `advice` does not. */
export type CheckState = 'done' | 'missing' | 'advice';

/** One line of the checklist: what is checked, what is missing, and the part of the activity where it is mended. */
export type ReleaseCheck = {
  label: string;
  state: CheckState;
  details: string[];
  /** Below the activity's address, e.g. `/blueprint`. */
  path: string;
};

/** All that the checklist looks at. Days are `YYYY-MM-DD`. */
export type ReleaseFacts = {
  today: string;
  settingsProblems: string[];
  expiryDate: string;
  estimatedMinutes: number;
  creditWarning: string | null;
  objectives: { code: string; sections: number; items: number }[];
  sections: { title: string; minutes: number; isEmpty: boolean; citations: number; undrawnFigures: number }[];
  references: { key: string; isCited: boolean; isRetracted: boolean }[];
  forms: {
    kind: 'pre-test' | 'practice' | 'assessment';
    title: string;
    itemCount: number;
    passingPercent: number | null;
    shortages: (Shortage & { code: string })[];
    missingFixedItems: number;
  }[];
  itemsWithErrors: string[];
  itemsCitingRetracted: string[];
  disclosures: { name: string; open: string[] }[];
  hasEvaluationForm: boolean;
};

type Draft = Omit<ReleaseCheck, 'state'> & { otherwise?: CheckState };

const check = ({ otherwise = 'missing', ...draft }: Draft): ReleaseCheck => ({
  ...draft,
  state: draft.details.length === 0 ? 'done' : otherwise
});

function objectiveDetails({ objectives }: ReleaseFacts): string[] {
  if (objectives.length === 0) return ['No objective is stated.'];
  return objectives.flatMap(({ code, sections, items }) => [
    ...(sections === 0 ? [`No section teaches ${code}.`] : []),
    ...(items === 0 ? [`No item asks for ${code}.`] : [])
  ]);
}

function sectionDetails({ sections }: ReleaseFacts): string[] {
  if (sections.length === 0) return ['The lesson has no section.'];
  return sections.flatMap(({ title, isEmpty, undrawnFigures }) => [
    ...(isEmpty ? [`“${title}” has no text.`] : []),
    ...(undrawnFigures > 0 ? [`“${title}” has ${undrawnFigures} figures without a drawing.`] : [])
  ]);
}

const shortageWords = ({ code, difficulty, asked, found }: Shortage & { code: string }) =>
  `${code}${difficulty === 'any' ? '' : `, ${difficulty}`}: asks for ${asked}, ${found} can be drawn`;

function formDetails({ forms }: ReleaseFacts): string[] {
  const assessment = forms.find(({ kind }) => kind === 'assessment');
  const details = assessment ? [] : ['There is no assessment, on which credit rests.'];
  if (assessment?.passingPercent === null) details.push('The assessment has no pass mark.');
  for (const { title, itemCount, shortages, missingFixedItems } of forms) {
    if (itemCount === 0) details.push(`${title} asks for no item.`);
    details.push(...shortages.map((shortage) => `${title}, ${shortageWords(shortage)}.`));
    if (missingFixedItems > 0)
      details.push(`${title} holds ${missingFixedItems} fixed items that are not live.`);
  }
  return details;
}

/** Reading, a minute an item of the forms that are required, and two for the evaluation (the sample's `minutes.basis`). */
function minutesOf({ sections, forms }: ReleaseFacts): number {
  const required = forms.filter(({ kind }) => kind !== 'practice');
  const items = required.reduce((sum, { itemCount }) => sum + itemCount, 0);
  return sections.reduce((sum, { minutes }) => sum + minutes, 0) + items + 2;
}

function timeDetails(facts: ReleaseFacts): string[] {
  const computed = minutesOf(facts);
  const isOff = Math.abs(computed - facts.estimatedMinutes) > Math.max(5, facts.estimatedMinutes / 4);
  const words = `Sections, items and evaluation come to about ${computed} minutes; learners are told ${facts.estimatedMinutes}.`;
  return [...(isOff ? [words] : []), ...(facts.creditWarning === null ? [] : [facts.creditWarning])];
}

function referenceChecks({ references, sections }: ReleaseFacts): ReleaseCheck[] {
  const retracted = references
    .filter(({ isRetracted }) => isRetracted)
    .map(({ key }) => `${key} was retracted.`);
  const uncited = references.filter(({ isCited }) => !isCited).map(({ key }) => `${key} is never cited.`);
  const bare = sections
    .filter(({ citations }) => citations === 0)
    .map(({ title }) => `“${title}” cites nothing.`);
  return [
    check({ label: 'No reference is retracted', details: retracted, path: '/references' }),
    check({
      label: 'Every reference is cited, every section cites',
      details: [...uncited, ...bare],
      path: '/references',
      otherwise: 'advice'
    })
  ];
}

function frontChecks(facts: ReleaseFacts): ReleaseCheck[] {
  const expired = facts.expiryDate <= facts.today ? ['The expiry date has passed.'] : [];
  return [
    check({ label: 'Front matter is complete', details: [...facts.settingsProblems, ...expired], path: '' }),
    check({
      label: 'Time and credit fit together',
      details: timeDetails(facts),
      path: '',
      otherwise: 'advice'
    })
  ];
}

function itemCheck({ itemsWithErrors, itemsCitingRetracted }: ReleaseFacts): ReleaseCheck {
  const errors = itemsWithErrors.map((id) => `${id} has a writing flaw of level error.`);
  const leaning = itemsCitingRetracted.map((id) => `${id} cites a retracted reference.`);
  return check({ label: 'Live items are sound', details: [...errors, ...leaning], path: '/items' });
}

function disclosureCheck({ disclosures }: ReleaseFacts): ReleaseCheck {
  const open = disclosures.flatMap(({ name, open: lacking }) => lacking.map((what) => `${name}: ${what}.`));
  return check({ label: 'Everyone in control has disclosed', details: open, path: '/disclosures' });
}

/** What must be so before an activity version goes live, and what should be; in the order in which one sets it up. */
export function releaseChecklist(facts: ReleaseFacts): ReleaseCheck[] {
  const evaluation = facts.hasEvaluationForm ? [] : ['No evaluation form.'];
  return [
    ...frontChecks(facts),
    check({
      label: 'Objectives are taught and asked',
      details: objectiveDetails(facts),
      path: '/objectives'
    }),
    check({ label: 'Sections have text and figures', details: sectionDetails(facts), path: '/lesson' }),
    ...referenceChecks(facts),
    check({
      label: 'Blueprints can be served, with a pass mark',
      details: formDetails(facts),
      path: '/blueprint'
    }),
    itemCheck(facts),
    disclosureCheck(facts),
    check({ label: 'There is an evaluation form', details: evaluation, path: '' })
  ];
}

/** Whether nothing blocks the release. */
export const mayRelease = (checks: ReleaseCheck[]): boolean =>
  checks.every(({ state }) => state !== 'missing');
