import type { PublicItem } from '../question-bank/public-item.ts';
import type { Response } from './response.ts';

/**
 * What the form shows as chosen, whole or not: the stored response, or what a person sent that could not be taken. Ids
 * are shown ids.
 */
export type ResponseDraft = {
  /** Chosen options of a `single` or `multiple` item. */
  chosen: string[];
  /** Option to target of a `matching` item. */
  matches: Record<string, string>;
  /** The options of an `ordering` item, from first to last, as the list shows them. */
  order: string[];
  /** The position chosen beside each option of an `ordering` item, `1` for the first. */
  positions: Record<string, string>;
  /** What was typed, of a `numeric` or `short-text` item. */
  text: string;
};

/** Each option with its position in the order, `1` for the first. */
export const inPlace = (order: string[]): Record<string, string> =>
  Object.fromEntries(order.map((id, index) => [id, String(index + 1)]));

function textOf(response: Response | null): string {
  if (response?.type === 'numeric') return response.value;
  return response?.type === 'short-text' ? response.text : '';
}

/** The draft of a stored response; without one, an empty form with the options as they were drawn. */
export function draftOfResponse(item: PublicItem, response: Response | null): ResponseDraft {
  const order = response?.type === 'ordering' ? response.order : item.options.map(({ id }) => id);
  return {
    chosen:
      response?.type === 'single' ? [response.option] : response?.type === 'multiple' ? response.options : [],
    matches: response?.type === 'matching' ? response.matches : {},
    order,
    positions: inPlace(order),
    text: textOf(response)
  };
}

/** The fields of the form that hold a response: `option`, `match-<option>`, `position-<option>`, `response`. */
export const isResponseField = (name: string): boolean => /^(option$|response$|match-|position-)/.test(name);

/** Whether any field of a response was sent. */
export const hasResponseFields = (fields: URLSearchParams): boolean =>
  [...fields.keys()].some(isResponseField);

function positionOf(fields: URLSearchParams, id: string, index: number): number {
  const sent = Number(fields.get(`position-${id}`) ?? '');
  return Number.isInteger(sent) && sent > 0 ? sent : index + 1;
}

/** The options of an ordering item in the order of the positions sent; equal positions keep the drawn order. */
function orderSent(item: PublicItem, fields: URLSearchParams): string[] {
  return item.options
    .map(({ id }, index) => ({ id, position: positionOf(fields, id, index) }))
    .toSorted((one, other) => one.position - other.position)
    .map(({ id }) => id);
}

/** The positions as they were sent, where each is one of the list: two equal ones stay for the person to mend. */
function positionsSent(order: string[], fields: URLSearchParams): Record<string, string> {
  const allowed = new Set(order.map((_, index) => String(index + 1)));
  const sent = order.map((id) => [id, fields.get(`position-${id}`) ?? ''] as const);
  return Object.fromEntries(sent.filter(([, position]) => allowed.has(position)));
}

/** The matches as they were sent, where each is a target of the item. */
function matchesSent(
  item: PublicItem & { type: 'matching' },
  fields: URLSearchParams
): Record<string, string> {
  const targets = new Set(item.targets.map(({ id }) => id));
  const sent = item.options.map(({ id }) => [id, fields.get(`match-${id}`) ?? ''] as const);
  return Object.fromEntries(sent.filter(([, target]) => targets.has(target)));
}

/** More than a response may have, so that a person can shorten what was too long. */
const LONGEST_KEPT = 2_000;

/** What was sent, as far as the item knows it, so that a page that comes back is filled in as it was left. */
export function draftOfFields(item: PublicItem, fields: URLSearchParams): ResponseDraft {
  const empty = draftOfResponse(item, null);
  if (item.type === 'matching') return { ...empty, matches: matchesSent(item, fields) };
  if (item.type === 'ordering') {
    const order = orderSent(item, fields);
    return { ...empty, order, positions: { ...inPlace(order), ...positionsSent(order, fields) } };
  }
  if (item.type === 'numeric' || item.type === 'short-text')
    return { ...empty, text: (fields.get('response') ?? '').slice(0, LONGEST_KEPT) };
  const known = new Set(item.options.map(({ id }) => id));
  return { ...empty, chosen: fields.getAll('option').filter((id) => known.has(id)) };
}
