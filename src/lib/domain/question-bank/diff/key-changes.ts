import type { DraftOption, DraftTarget, ItemDraft } from '../item-draft.ts';
import type { Pair } from './pair-parts.ts';
import { andList, letterAt, type TwoVersions } from './words.ts';

type Pairs = { options: Pair<DraftOption>[]; targets: Pair<DraftTarget>[] };

/** How a key option is named: by its letter, or by what it says where options have no letters. */
function nameOf({ type }: ItemDraft, option: DraftOption, index: number): string {
  if (type === 'numeric') return option.tolerance ? `${option.text} ± ${option.tolerance}` : option.text;
  if (type === 'short-text') return `“${option.text}”`;
  return type === 'true-false' ? option.text : letterAt(index);
}

const keysOf = (draft: ItemDraft): string[] =>
  draft.options.flatMap((option, index) => (option.isKey ? nameOf(draft, option, index) : []));

const LONGEST_QUOTE = 60;

const keyTexts = ({ options }: ItemDraft): string =>
  andList(
    options
      .filter(({ isKey }) => isKey)
      .map(({ text }) => `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`)
  );

/** Whether an option stands for the same response in both: a number or text is one only while it reads the same. */
function isSameKey(type: ItemDraft['type'], { before, after }: Pair<DraftOption>): boolean {
  if (before === null || after === null) return false;
  if (before.part.isKey !== after.part.isKey) return false;
  if (type !== 'numeric' && type !== 'short-text') return true;
  return before.part.text === after.part.text && before.part.tolerance === after.part.tolerance;
}

function chosenChanges({ before, after }: TwoVersions, { options }: Pairs): string[] {
  const touched = options.filter(
    (pair) => pair.before?.part.isKey === true || pair.after?.part.isKey === true
  );
  if (touched.every((pair) => isSameKey(after.type, pair))) return [];
  const [was, is] = [andList(keysOf(before)), andList(keysOf(after))];
  if (was !== is) return [`Key changed from ${was} to ${is}`];
  return [`Key changed from ${was} (${keyTexts(before)}) to ${is} (${keyTexts(after)})`];
}

function matchingChanges({ before, after }: TwoVersions, { options, targets }: Pairs): string[] {
  const numberIn = (draft: ItemDraft, id: string | null) => {
    const index = draft.targets.findIndex((target) => target.id === id);
    return index === -1 ? 'no target' : `target ${index + 1}`;
  };
  const isSameTarget = (one: string | null, other: string | null) =>
    one === null || other === null
      ? one === other
      : targets.some((pair) => pair.before?.part.id === one && pair.after?.part.id === other);
  return options.flatMap((pair) => {
    if (pair.before === null || pair.after === null) return [];
    const [was, is] = [pair.before.part.matchTargetId, pair.after.part.matchTargetId];
    if (isSameTarget(was, is)) return [];
    return `Key of option ${letterAt(pair.after.index)} changed from ${numberIn(before, was)} to ${numberIn(after, is)}`;
  });
}

/** The letters of an ordering item in the order of its key. */
const sequenceOf = ({ options }: ItemDraft) =>
  options
    .map((option, index) => ({ place: option.keyPosition ?? 0, letter: letterAt(index) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ letter }) => letter)
    .join(', ');

function orderingChanges({ before, after }: TwoVersions, { options }: Pairs): string[] {
  const common = options.filter((pair) => pair.before !== null && pair.after !== null);
  const rank = (places: number[]) => places.map((place) => places.filter((other) => other < place).length);
  const was = rank(common.map((pair) => pair.before?.part.keyPosition ?? 0));
  const is = rank(common.map((pair) => pair.after?.part.keyPosition ?? 0));
  const isSame = was.every((place, index) => place === is[index]);
  return isSame ? [] : [`Order of the key changed from ${sequenceOf(before)} to ${sequenceOf(after)}`];
}

/** What became of the key, in plain words. Letters are those of the version that is spoken of. */
export function keyChanges(versions: TwoVersions, pairs: Pairs): string[] {
  const { type } = versions.after;
  if (versions.before.type !== type) return [];
  if (type === 'matching') return matchingChanges(versions, pairs);
  return type === 'ordering' ? orderingChanges(versions, pairs) : chosenChanges(versions, pairs);
}
