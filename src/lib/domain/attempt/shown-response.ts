import { authoredId, shownIdOf, type DrawnOrder } from '../question-bank/shown-id.ts';
import type { Response } from './response.ts';

function translate(
  response: Response,
  ids: { option: (id: string) => string; target: (id: string) => string }
): Response {
  switch (response.type) {
    case 'single':
      return { type: 'single', option: ids.option(response.option) };
    case 'multiple':
      return { type: 'multiple', options: response.options.map(ids.option) };
    case 'matching':
      return {
        type: 'matching',
        matches: Object.fromEntries(
          Object.entries(response.matches).map(([option, target]) => [ids.option(option), ids.target(target)])
        )
      };
    case 'ordering':
      return { type: 'ordering', order: response.order.map(ids.option) };
    case 'numeric':
    case 'short-text':
      return response;
    default:
      return response satisfies never;
  }
}

function authored(order: string[], shown: string): string {
  const id = authoredId(order, shown);
  if (id === null) throw new Error(`The drawn order shows no option ${shown}`);
  return id;
}

/** From the ids of the browser to those of the item version. Throws on an id that was not shown: parse first. */
export function toAuthoredResponse(response: Response, order: DrawnOrder): Response {
  return translate(response, {
    option: (id) => authored(order.optionOrder, id),
    target: (id) => authored(order.targetOrder, id)
  });
}

/** From the ids of the item version to those of the browser. */
export function toShownResponse(response: Response, order: DrawnOrder): Response {
  return translate(response, {
    option: (id) => shownIdOf(order.optionOrder, id),
    target: (id) => shownIdOf(order.targetOrder, id)
  });
}

/** Whether two responses say the same; the order of the options of a `multiple` one says nothing. */
export function sameResponse(one: Response, other: Response): boolean {
  return canonical(one) === canonical(other);
}

function canonical(response: Response): string {
  switch (response.type) {
    case 'single':
      return JSON.stringify([response.type, response.option]);
    case 'multiple':
      return JSON.stringify([response.type, response.options.toSorted()]);
    case 'matching':
      return JSON.stringify([response.type, Object.entries(response.matches).toSorted()]);
    case 'ordering':
      return JSON.stringify([response.type, response.order]);
    case 'numeric':
      return JSON.stringify([response.type, response.value]);
    case 'short-text':
      return JSON.stringify([response.type, response.text]);
    default:
      return response satisfies never;
  }
}
