import { readFileSync } from 'node:fs';
import { isUuid } from '#lib/domain/uuid.ts';

/** The ids of people in a file (`-`: standard input), one a line, or what is wrong with it. */
export function readIdList(path: string): string[] | string {
  let text: string;
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch {
    return `The file “${path}” cannot be read.`;
  }
  const ids = text.split(/\s+/).filter((word) => word !== '');
  const wrong = ids.find((id) => !isUuid(id));
  return wrong === undefined ? ids : `“${wrong}” is no id of a person.`;
}
