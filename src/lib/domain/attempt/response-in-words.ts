import type { PublicItem, PublicOption } from '../question-bank/public-item.ts';
import { letterOf } from '../question-bank/shown-id.ts';
import type { Response } from './response.ts';

const textOf = (entries: PublicOption[], id: string) => entries.find((entry) => entry.id === id)?.text ?? '';

/** A response as lines for people: `["C. Primary resistance"]`. Ids are shown ids. */
export function responseInWords(item: PublicItem, response: Response): string[] {
  const option = (id: string) => `${letterOf(id)}. ${textOf(item.options, id)}`;
  switch (response.type) {
    case 'single':
      return [option(response.option)];
    case 'multiple':
      return response.options.toSorted().map(option);
    case 'matching': {
      const targets = item.type === 'matching' ? item.targets : [];
      return item.options.map(({ id, text }) => `${text}: ${textOf(targets, response.matches[id] ?? '')}`);
    }
    case 'ordering':
      return response.order.map((id, index) => `${index + 1}. ${textOf(item.options, id)}`);
    case 'numeric':
      return [item.type === 'numeric' ? `${response.value} ${item.unit}`.trim() : response.value];
    case 'short-text':
      return [response.text];
    default:
      return response satisfies never;
  }
}
