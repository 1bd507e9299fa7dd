import type { FieldProblem } from '../identity/field-problem.ts';
import type { DraftCitation, DraftOption, DraftTarget, Verification } from './item-draft.ts';
import type { ItemType } from './keyed-item.ts';
import { hasKeyedOptions } from './item-types.ts';
import { freeId } from './new-option.ts';

/** What a form posted: every value of every field, in the order sent. */
export type PostedItem = ReadonlyMap<string, readonly string[]>;

const VERIFICATIONS: readonly Verification[] = ['verified', 'source-page', 'needs-expert-review'];

/** A field as it was typed. Sent twice, both texts are kept. */
export const postedText = (fields: PostedItem, name: string): string =>
  (fields.get(name) ?? []).join('\n').replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed();

/** The parts that field names such as `option-b-text` name, in the order sent: `b`. */
function postedIds(fields: PostedItem, pattern: RegExp): string[] {
  const found = [...fields.keys()].map((name) => pattern.exec(name)?.[1]);
  return [...new Set(found.filter((id) => id !== undefined))];
}

/** Ids as they are stored: what is no id of ours becomes one, so that the text beside it is not lost. */
function storedIds(posted: string[]): string[] {
  const ids: string[] = [];
  for (const id of posted) {
    ids.push(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/.test(id) ? id : freeId([...posted, ...ids]));
  }
  return ids;
}

type Read<Part> = { parts: Part[]; problems: FieldProblem[] };

function readPosition(fields: PostedItem, name: string): number | null | undefined {
  const typed = postedText(fields, name).trim();
  if (typed === '') return null;
  return /^[1-9]\d?$/.test(typed) ? Number(typed) : undefined;
}

/** The options, with the part of the key that items of this type have. */
export function readPostedOptions(fields: PostedItem, type: ItemType): Read<DraftOption> {
  const posted = postedIds(fields, /^option-(.+)-(?:text|rationale)$/s);
  const ids = storedIds(posted);
  const keys = new Set(fields.get('key') ?? []);
  const problems: FieldProblem[] = [];
  const parts = posted.map((name, index) => {
    const place = type === 'ordering' ? readPosition(fields, `position-${name}`) : null;
    if (place === undefined) problems.push({ field: `position-${name}`, message: 'Choose a position.' });
    const match = postedText(fields, `match-${name}`);
    return {
      id: ids[index] ?? name,
      text: postedText(fields, `option-${name}-text`),
      rationale: postedText(fields, `option-${name}-rationale`),
      isKey: hasKeyedOptions(type) ? keys.has(name) : null,
      matchTargetId: type === 'matching' && match !== '' ? match : null,
      keyPosition: place ?? null,
      tolerance: type === 'numeric' ? postedText(fields, `tolerance-${name}`) : null
    };
  });
  return { parts, problems };
}

/** The targets; of another type than `matching` there are none to read. */
export function readPostedTargets(fields: PostedItem): DraftTarget[] {
  const posted = postedIds(fields, /^target-(.+)-(?:text|rationale)$/s);
  const ids = storedIds(posted);
  return posted.map((name, index) => ({
    id: ids[index] ?? name,
    text: postedText(fields, `target-${name}-text`),
    rationale: postedText(fields, `target-${name}-rationale`)
  }));
}

/** The citations, in the order sent. */
export function readPostedCitations(fields: PostedItem): DraftCitation[] {
  return postedIds(fields, /^citation-(.+)-(?:key|locator|supports|passage|url)$/s).map((name) => {
    const text = (field: string) => postedText(fields, `citation-${name}-${field}`);
    return {
      citationKey: text('key').trim(),
      locator: text('locator'),
      supports: text('supports'),
      passageKind: text('kind') === 'paraphrase' ? 'paraphrase' : 'quote',
      passage: text('passage'),
      verification:
        VERIFICATIONS.find((verification) => verification === text('verification')) ?? 'needs-expert-review',
      url: text('url')
    };
  });
}
