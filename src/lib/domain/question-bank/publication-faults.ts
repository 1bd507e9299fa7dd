import type { DraftOption, ItemDraft } from './item-draft.ts';
import { isBlank } from './is-blank.ts';
import { placeInWords, type ItemPlace } from './item-place.ts';

/** Something that keeps an item from being published, in the words in which the database says it, and where. */
export type PublicationFault = {
  fault: string;
  places: ItemPlace[];
  /** For people, e.g. "An option without rationale (Rationale of option B)". */
  words: string;
};

type Surroundings = {
  /** Keys of the cited references that are retracted. */
  retractedKeys: string[];
  /** Error-level findings of the lint. */
  lintErrors: number;
};

type Check = (draft: ItemDraft, surroundings: Surroundings) => ItemPlace[];

const citationsThat =
  (isWrong: (citation: ItemDraft['citations'][number], around: Surroundings) => boolean): Check =>
  ({ citations }, around) =>
    citations.flatMap((citation, index) => (isWrong(citation, around) ? `citation:${index + 1}` : []));

const optionsThat =
  (kind: 'option' | 'rationale', isWrong: (option: DraftOption, draft: ItemDraft) => boolean): Check =>
  (draft) =>
    draft.options.filter((option) => isWrong(option, draft)).map(({ id }) => `${kind}:${id}`);

const hasNoKey = (option: DraftOption, { type }: ItemDraft) => {
  if (type === 'matching') return option.matchTargetId === null;
  return (type === 'ordering' ? option.keyPosition : option.isKey) === null;
};

const isNoNumber = ({ text, tolerance }: DraftOption) =>
  !/^-?[0-9]+([.][0-9]+)?$/.test(text) || tolerance === null || !/^[0-9]+([.][0-9]+)?$/.test(tolerance);

const keyCount = ({ options }: ItemDraft) => options.filter(({ isKey }) => isKey).length;

const isListed = ({ type }: ItemDraft) => type !== 'numeric' && type !== 'short-text';

const isChosen = ({ type }: ItemDraft) => type === 'single' || type === 'multiple' || type === 'true-false';

const unusedTargets: Check = ({ targets, options }) =>
  targets
    .filter(
      ({ id, rationale }) => isBlank(rationale) && !options.some(({ matchTargetId }) => matchTargetId === id)
    )
    .map(({ id }) => `target:${id}`);

/** Whether the places in the key are 1 to n, each once. */
const isSequence = ({ options }: ItemDraft) =>
  options
    .map(({ keyPosition }) => keyPosition ?? 0)
    .toSorted((one, other) => one - other)
    .every((position, index) => position === index + 1);

/** In the order of the trigger `guard_item_version` (drizzle/0015), with its words. */
const CHECKS: [string, Check][] = [
  ['no stem', ({ stem }) => (isBlank(stem) ? ['stem'] : [])],
  ['no objective', ({ objectiveId }) => (objectiveId === null ? ['objective'] : [])],
  ['no citation', ({ citations }) => (citations.length === 0 ? ['citations'] : [])],
  ['a citation without its passage', citationsThat(({ passage }) => isBlank(passage))],
  [
    'a citation that needs expert review',
    citationsThat((cited) => cited.verification === 'needs-expert-review')
  ],
  [
    'a citation of a retracted reference',
    citationsThat(({ citationKey }, { retractedKeys }) => retractedKeys.includes(citationKey))
  ],
  ['fewer than two options', (draft) => (isListed(draft) && draft.options.length < 2 ? ['options'] : [])],
  ['an option without text', optionsThat('option', ({ text }) => isBlank(text))],
  ['an option without rationale', optionsThat('rationale', ({ rationale }) => isBlank(rationale))],
  [
    'a target without text',
    ({ targets }) => targets.filter(({ text }) => isBlank(text)).map(({ id }) => `target:${id}`)
  ],
  ['an unused target without rationale', unusedTargets],
  ['an option whose key does not fit the type', optionsThat('option', hasNoKey)],
  [
    'a number of keys other than asked for',
    (draft) => (isChosen(draft) && keyCount(draft) !== draft.select ? ['options'] : [])
  ],
  ['no key', (draft) => (!isListed(draft) && keyCount(draft) === 0 ? ['options'] : [])],
  [
    'a number that is none',
    optionsThat('option', (option, { type }) => type === 'numeric' && isNoNumber(option))
  ],
  [
    'positions of the key that are not 1 to n',
    (draft) => (draft.type === 'ordering' && !isSequence(draft) ? ['options'] : [])
  ],
  ['a writing flaw of level error', (_, { lintErrors }) => (lintErrors > 0 ? ['item'] : [])]
];

function inWords({ fault, places }: { fault: string; places: ItemPlace[] }, draft: ItemDraft): string {
  const named = places.filter((place) => place.includes(':')).map((place) => placeInWords(place, draft));
  const where = named.length > 0 ? ` (${named.join(', ')})` : '';
  return `${fault.charAt(0).toUpperCase()}${fault.slice(1)}${where}`;
}

/**
 * What an item still lacks before it may be published, approvals aside: the same as the database asks for, in the same
 * words and order.
 */
export function publicationFaults(draft: ItemDraft, surroundings: Surroundings): PublicationFault[] {
  return CHECKS.flatMap(([fault, check]) => {
    const places = check(draft, surroundings);
    return places.length === 0 ? [] : { fault, places, words: inWords({ fault, places }, draft) };
  });
}
