import { accreditationDetails, type AccreditationStanding } from './accreditation-details.ts';
import { areFarOff, honestMinutesWords, type HonestMinutes } from './honest-minutes.ts';
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
  /** What the front matter leaves unsaid although learners should read it, e.g. `the fee`. */
  unsaid: string[];
  reviewDate: string;
  expiryDate: string;
  estimatedMinutes: number;
  honestMinutes: HonestMinutes;
  creditWarning: string | null;
  limitWarning: string | null;
  objectives: { code: string; sections: number; items: number }[];
  sections: {
    title: string;
    isEmpty: boolean;
    citations: number;
    /** Of the citations, those without the passage that they lean on. */
    withoutPassage: number;
    undrawnFigures: number;
    faults: number;
  }[];
  /** Keys that sections cite and the reference list does not hold. */
  unlisted: string[];
  /** The same of live items, with the items that cite each. */
  unlistedInItems: { key: string; items: string[] }[];
  references: { key: string; isCited: boolean; isRetracted: boolean }[];
  forms: {
    kind: 'pre-test' | 'practice' | 'assessment';
    title: string;
    itemCount: number;
    passingPercent: number | null;
    requiredForCompletion: boolean;
    /** Whether it shows keys after each item, from the bank that the assessment draws on. */
    tellsKeys: boolean;
    shortages: (Shortage & { code: string })[];
    missingFixedItems: number;
  }[];
  itemsWithErrors: string[];
  itemsCitingRetracted: string[];
  disclosures: { name: string; open: string[]; late: string[] }[];
  hasEvaluationForm: boolean;
  accreditation: AccreditationStanding;
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
  return sections.flatMap(({ title, isEmpty, undrawnFigures, faults }) => [
    ...(isEmpty ? [`“${title}” has no text.`] : []),
    ...(undrawnFigures > 0
      ? [
          `“${title}” has ${undrawnFigures === 1 ? 'a figure' : `${undrawnFigures} figures`} without a drawing.`
        ]
      : []),
    ...(faults > 0 ? [`The text of “${title}” has ${faults === 1 ? 'a fault' : `${faults} faults`}.`] : [])
  ]);
}

const shortageWords = ({ code, difficulty, asked, found }: Shortage & { code: string }) =>
  `${code}${difficulty === 'any' ? '' : `, ${difficulty}`}: asks for ${asked}, ${found} live ${found === 1 ? 'item' : 'items'} can be drawn`;

function formDetails({ forms }: ReleaseFacts): string[] {
  const assessment = forms.find(({ kind }) => kind === 'assessment');
  const details = assessment ? [] : ['There is no assessment, on which credit rests.'];
  if (assessment?.passingPercent === null) details.push('The assessment has no pass mark.');
  for (const { kind, title, itemCount, requiredForCompletion, tellsKeys, ...form } of forms) {
    const { shortages, missingFixedItems } = form;
    if (tellsKeys) details.push(`${title} shows keys after each item, from the bank of the assessment.`);
    if (kind !== 'pre-test' && requiredForCompletion !== (kind === 'assessment'))
      details.push(`${title} ${kind === 'practice' ? 'cannot' : 'has to'} be required: save its form once.`);
    if (itemCount === 0) details.push(`${title} asks for no item.`);
    details.push(...shortages.map((shortage) => `${title}, ${shortageWords(shortage)}.`));
    if (missingFixedItems > 0)
      details.push(
        `${title} holds ${missingFixedItems} fixed ${missingFixedItems === 1 ? 'item that is' : 'items that are'} not live.`
      );
  }
  return details;
}

function timeDetails({ estimatedMinutes, honestMinutes, ...warnings }: ReleaseFacts): string[] {
  const words = `${honestMinutesWords(honestMinutes)} Learners are told ${estimatedMinutes}.`;
  return [
    ...(areFarOff(estimatedMinutes, honestMinutes) ? [words] : []),
    ...[warnings.creditWarning, warnings.limitWarning].filter((warning) => warning !== null)
  ];
}

function passageDetails({ sections }: ReleaseFacts): string[] {
  return sections
    .filter(({ withoutPassage }) => withoutPassage > 0)
    .map(({ title, citations, withoutPassage }) =>
      withoutPassage === citations
        ? `No citation in “${title}” names the passage that it leans on.`
        : `“${title}” has ${withoutPassage} of ${citations} citations without their passage.`
    );
}

const unlistedInWords = ({ key, items }: ReleaseFacts['unlistedInItems'][number]) =>
  `${key} is cited by ${items.join(', ')} and not listed: add it to the list.`;

function referenceChecks({ references, sections, unlisted, unlistedInItems }: ReleaseFacts): ReleaseCheck[] {
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
      label: 'What sections cite is in the reference list',
      details: unlisted.map((key) => `${key} is cited and not listed, so learners would see no number.`),
      path: '/references'
    }),
    check({
      label: 'What items cite is in the reference list',
      details: unlistedInItems.map(unlistedInWords),
      path: '/references'
    }),
    check({
      label: 'Every reference is cited, every section cites',
      details: [...uncited, ...bare],
      path: '/references',
      otherwise: 'advice'
    })
  ];
}

function frontChecks(facts: ReleaseFacts): ReleaseCheck[] {
  const past = [
    ...(facts.reviewDate <= facts.today ? ['The next review is not in the future.'] : []),
    ...(facts.expiryDate <= facts.today ? ['The expiry date has passed.'] : [])
  ];
  return [
    check({ label: 'Front matter is complete', details: [...facts.settingsProblems, ...past], path: '' }),
    check({
      label: 'Need, off-label use, fee and contact are stated',
      details: facts.unsaid.map((what) => `Learners are not told ${what}.`),
      path: '',
      otherwise: 'advice'
    }),
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

function disclosureChecks({ disclosures }: ReleaseFacts): ReleaseCheck[] {
  const lines = (which: 'open' | 'late') =>
    disclosures.flatMap((person) => person[which].map((what) => `${person.name}: ${what}.`));
  const path = '/disclosures';
  return [
    check({ label: 'Everyone in control has disclosed', details: lines('open'), path }),
    check({
      label: 'Disclosures came before the work',
      details: lines('late'),
      path,
      otherwise: 'advice'
    })
  ];
}

/** Product.md, promise 8: until an admin has attested, no accreditor's words are printed. */
function accreditationCheck({ accreditation }: ReleaseFacts): ReleaseCheck {
  return check({
    label: 'Accreditation is what you mean',
    details: accreditationDetails(accreditation),
    path: '',
    otherwise: accreditation.kind === 'demonstration' ? 'advice' : 'missing'
  });
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
      label: 'Citations in sections name their passage',
      details: passageDetails(facts),
      path: '/lesson',
      otherwise: 'advice'
    }),
    check({
      label: 'Banks hold what the blueprints ask for, with a pass mark',
      details: formDetails(facts),
      path: '/blueprint'
    }),
    itemCheck(facts),
    ...disclosureChecks(facts),
    check({ label: 'There is an evaluation form', details: evaluation, path: '' }),
    accreditationCheck(facts)
  ];
}

/** Whether nothing blocks the release. */
export const mayRelease = (checks: ReleaseCheck[]): boolean =>
  checks.every(({ state }) => state !== 'missing');
