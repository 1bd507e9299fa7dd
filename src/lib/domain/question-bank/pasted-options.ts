import type { ItemForm } from './item-form.ts';
import { freeId, MOST_OPTIONS, newOption } from './new-option.ts';

/** What people write before an option in a list: `A. `, `b) `, `1. `, `- `, `• `. A bare number stays: it may be the option. */
const BULLET = /^\s*(?:[-–•*]\s+|\(?[a-z][.)]\s+|\(?\d{1,2}[.)]\s+)/i;

/** The options in a text of several lines, one a line, without their bullets and letters. */
export function readOptionLines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(BULLET, '').trim())
    .filter((line) => line !== '');
}

/**
 * The form after these lines were pasted into an option: the first line is that option, the others fill the empty
 * options below it, then new ones. Lines that no option is left for stay in the last one.
 */
export function pasteOptions(form: ItemForm, id: string, lines: string[]): ItemForm {
  const options = form.options.map((option) => ({ ...option }));
  const at = options.findIndex((option) => option.id === id);
  const here = options[at];
  const [first, ...rest] = lines;
  if (here === undefined || first === undefined) return form;
  here.text = first;
  for (const line of rest) {
    const empty = options.find(
      (option, index) => index > at && option.text.trim() === '' && option.rationale.trim() === ''
    );
    if (empty) empty.text = line;
    else if (options.length >= MOST_OPTIONS) here.text += `\n${line}`;
    else {
      const added = freeId(options.map((option) => option.id));
      options.push({ ...newOption(form.type, { id: added, position: options.length + 1 }), text: line });
    }
  }
  return { ...form, options };
}
