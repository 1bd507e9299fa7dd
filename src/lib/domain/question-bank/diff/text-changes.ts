import type { DraftOption, DraftTarget } from '../item-draft.ts';
import type { CitationPair } from './citation-pairs.ts';
import type { Pair } from './pair-parts.ts';
import { letterAt, type TwoVersions } from './words.ts';

/** A text that reads differently in the two versions; empty where one of them does not have it. */
export type TextChange = { name: string; before: string; after: string };

type Pairs = { options: Pair<DraftOption>[]; targets: Pair<DraftTarget>[]; citations: CitationPair[] };

function optionTexts({ before, after }: Pair<DraftOption>): TextChange[] {
  const name = `option ${letterAt((after ?? before)?.index ?? 0)}${after === null ? ' (removed)' : ''}`;
  return [
    { name: `O${name.slice(1)}`, before: before?.part.text ?? '', after: after?.part.text ?? '' },
    {
      name: `Rationale of ${name}`,
      before: before?.part.rationale ?? '',
      after: after?.part.rationale ?? ''
    }
  ];
}

function targetTexts({ before, after }: Pair<DraftTarget>): TextChange[] {
  const name = `target ${((after ?? before)?.index ?? 0) + 1}${after === null ? ' (removed)' : ''}`;
  return [
    { name: `T${name.slice(1)}`, before: before?.part.text ?? '', after: after?.part.text ?? '' },
    {
      name: `Rationale of ${name}`,
      before: before?.part.rationale ?? '',
      after: after?.part.rationale ?? ''
    }
  ];
}

function citationTexts({ before, after, number }: CitationPair): TextChange[] {
  const name = `citation ${number}${after === null ? ' (removed)' : ''}`;
  return [
    { name: `Passage of ${name}`, before: before?.passage ?? '', after: after?.passage ?? '' },
    { name: `What ${name} supports`, before: before?.supports ?? '', after: after?.supports ?? '' }
  ];
}

/** Every text that changed, in the order in which an item is read. */
export function textChanges({ before, after }: TwoVersions, pairs: Pairs): TextChange[] {
  const all = [
    { name: 'Stem', before: before.stem, after: after.stem },
    ...pairs.options.flatMap(optionTexts),
    ...pairs.targets.flatMap(targetTexts),
    { name: 'Key point', before: before.keyPoint, after: after.keyPoint },
    ...pairs.citations.flatMap(citationTexts)
  ];
  return all.filter((text) => text.before !== text.after);
}
