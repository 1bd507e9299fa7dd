import { accreditationDetails } from './accreditation-details.ts';
import {
  formDetails,
  objectiveDetails,
  passageDetails,
  sectionDetails,
  timeDetails
} from './release-details.ts';
import type { ReleaseFacts } from './release-facts.ts';

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

type Draft = Omit<ReleaseCheck, 'state'> & { otherwise?: CheckState };

const check = ({ otherwise = 'missing', ...draft }: Draft): ReleaseCheck => ({
  ...draft,
  state: draft.details.length === 0 ? 'done' : otherwise
});

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
