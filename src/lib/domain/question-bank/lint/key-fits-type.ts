import type { DraftOption, ItemDraft } from '../item-draft.ts';
import type { LintRule } from './lint-context.ts';
import type { LintFinding } from './lint-finding.ts';
import { errorFinding } from './new-finding.ts';

/** Three to five options: NBME, Constructing Written Test Questions. */
const FEWEST_OPTIONS = 3;
const MOST_OPTIONS = 5;

const NUMBER = /^-?\d+(\.\d+)?$/;
const TOLERANCE = /^\d+(\.\d+)?$/;

type Words = Pick<LintFinding, 'place' | 'what' | 'why' | 'mend'>;

const keysOf = ({ options }: ItemDraft) => options.filter(({ isKey }) => isKey === true);

/** Each option is marked as key or as distractor; the database asks for it too. */
const unmarked = ({ options }: ItemDraft): Words[] =>
  options
    .filter(({ isKey }) => isKey === null)
    .map(({ id }) => ({
      place: `option:${id}`,
      what: 'The option is marked neither as key nor as distractor.',
      why: 'It cannot be scored.',
      mend: 'Say which of the two it is.'
    }));

function optionCount({ options }: ItemDraft): Words[] {
  if (options.length >= FEWEST_OPTIONS && options.length <= MOST_OPTIONS) return [];
  const tooFew = options.length < FEWEST_OPTIONS;
  return [
    {
      place: 'options',
      what: `There ${options.length === 1 ? 'is 1 option' : `are ${options.length} options`}; ${FEWEST_OPTIONS} to ${MOST_OPTIONS} are asked for.`,
      why: tooFew
        ? 'With so few, a guess is right too often.'
        : 'More options take reading time and are seldom chosen.',
      mend: tooFew ? 'Add a plausible distractor.' : 'Remove the least plausible distractors.'
    }
  ];
}

function keyCount(draft: ItemDraft, asked: number): Words[] {
  const found = keysOf(draft).length;
  if (found === asked && asked > 0) return [];
  return [
    {
      place: 'options',
      what: `${found} of the options ${found === 1 ? 'is' : 'are'} marked as key; the learner is asked for ${asked}.`,
      why: 'The item cannot be scored, or not fairly.',
      mend:
        draft.type === 'multiple'
          ? 'Mark as many keys as are to be chosen.'
          : 'Mark exactly one option as the key.'
    }
  ];
}

function trueFalse(draft: ItemDraft): Words[] {
  const ids = draft.options.map(({ id }) => id).toSorted();
  const keys = keyCount(draft, 1);
  if (ids.join() === 'false,true') return keys;
  const why = 'A statement is either true or false; nothing else can be scored.';
  const what = 'The options are not “True” and “False”.';
  return [{ place: 'options', what, why, mend: 'Keep these two options, each once.' }, ...keys];
}

function expectedNumber({ id, text, tolerance }: DraftOption): Words[] {
  const place = `option:${id}`;
  const why = 'A response is compared with it as a number.';
  const found: Words[] = [];
  if (text.trim() !== '' && !NUMBER.test(text.trim())) {
    const mend = 'Write digits with a decimal point, e.g. 7.5; the unit has a field of its own.';
    found.push({ place, what: `“${text.trim()}” is no decimal number.`, why, mend });
  }
  if (tolerance === null || !TOLERANCE.test(tolerance.trim())) {
    const mend = 'Write how far a response may be off, e.g. 0.5, or 0 where it must be exact.';
    found.push({ place, what: 'The tolerance is missing or no decimal number.', why, mend });
  }
  return found;
}

const noKey = (draft: ItemDraft, mend: string): Words[] =>
  keysOf(draft).length > 0
    ? []
    : [
        {
          place: 'options',
          what: 'No response is accepted as right.',
          why: 'Nobody could pass the item.',
          mend
        }
      ];

function matching({ options, targets }: ItemDraft): Words[] {
  const known = new Set(targets.map(({ id }) => id));
  const found: Words[] = options
    .filter(({ matchTargetId }) => matchTargetId === null || !known.has(matchTargetId))
    .map(({ id }) => ({
      place: `option:${id}`,
      what: 'The option is matched with no target.',
      why: 'The key is not whole.',
      mend: 'Choose the target that fits it.'
    }));
  if (options.length >= 2 && targets.length >= 2) return found;
  const why = 'With fewer there is nothing to match.';
  const mend = 'Add options and targets; a target that fits none makes guessing harder.';
  return [...found, { place: 'options', what: 'There are not two options and two targets.', why, mend }];
}

function ordering({ options }: ItemDraft): Words[] {
  const positions = options.map(({ keyPosition }) => keyPosition ?? 0).toSorted((one, other) => one - other);
  const whole = positions.every((position, index) => position === index + 1);
  if (whole && options.length >= 2) return [];
  return [
    {
      place: 'options',
      what: whole
        ? 'There are fewer than two steps.'
        : 'The right places of the steps are not 1, 2, 3 and so on.',
      why: 'The order cannot be scored.',
      mend: 'Give each step its own place, from 1 on.'
    }
  ];
}

function wordsFor(draft: ItemDraft): Words[] {
  switch (draft.type) {
    case 'single':
      return [...unmarked(draft), ...optionCount(draft), ...keyCount(draft, 1)];
    case 'multiple':
      return [...unmarked(draft), ...optionCount(draft), ...keyCount(draft, draft.select ?? 0)];
    case 'true-false':
      return [...unmarked(draft), ...trueFalse(draft)];
    case 'numeric':
      return [
        ...unmarked(draft),
        ...draft.options.flatMap(expectedNumber),
        ...noKey(draft, 'Add the right value with its tolerance.')
      ];
    case 'short-text':
      return [...unmarked(draft), ...noKey(draft, 'Add a form of the right response, e.g. its name.')];
    case 'matching':
      return matching(draft);
    case 'ordering':
      return ordering(draft);
    default:
      return draft.type satisfies never;
  }
}

/**
 * L13, a key that fits the type: 3 to 5 options and exactly the asked number of keys (single, multiple), two options and
 * one key (true/false), decimals with a tolerance (numeric), an accepted form (short text), a target for every option
 * (matching), places 1 to n (ordering). Source: NBME, Constructing Written Test Questions; cme-rules.md §6.1 rule 17.
 */
export const keyFitsType: LintRule = (draft) =>
  wordsFor(draft).map((words) => errorFinding({ rule: 'L13', ...words }));
