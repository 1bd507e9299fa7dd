import type { Response } from '#lib/domain/attempt/response.ts';
import { toShownResponse } from '#lib/domain/attempt/shown-response.ts';
import type { DrawnOrder } from '#lib/domain/question-bank/shown-id.ts';

function pairsOf(response: Response): [string, string][] {
  switch (response.type) {
    case 'single':
      return [['option', response.option]];
    case 'multiple':
      return response.options.map((option) => ['option', option]);
    case 'matching':
      return Object.entries(response.matches).map(([option, target]) => [`match-${option}`, target]);
    case 'ordering':
      return response.order.map((option, index) => [`position-${option}`, String(index + 1)]);
    case 'numeric':
      return [['response', response.value]];
    case 'short-text':
      return [['response', response.text]];
    default:
      return response satisfies never;
  }
}

/** The fields in which a browser sends a response to an item that was drawn in this order. */
export const fieldsOf = (response: Response, order: DrawnOrder): URLSearchParams =>
  new URLSearchParams(pairsOf(toShownResponse(response, order)));
