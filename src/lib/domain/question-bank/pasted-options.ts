import type { ItemForm } from './item-form.ts';
import { freeId, MOST_OPTIONS, newOption } from './new-option.ts';

/** `• `, `* `, `- ` or `– `, as lists have them; before a number the last two may be a minus. */
const BULLET = /^(?:[•*]|[-–](?=\s+[^\d\s]))\s+/;
/** `A. `, `b) `, `(1) `. A bare number stays: it may be the option. */
const LABEL = /^\(?([a-z]|\d{1,2})[.)]\s+/i;
/** `A. baumannii`, `B. fragilis`: a genus by its first letter, and a name in Latin alone. */
const SPECIES = /^[A-Z]\.\s+[a-z]+(?:us|is|um|a|ae|i|ans|ens|ax|er|ile|are|ense)(?:\s\([^)]*\))?$/;

/** Whether the labels run from A or 1 on; others are part of the text, as in `E. coli`. */
function areCounted(lines: string[]): boolean {
  if (lines.length < 2 || lines.every((line) => SPECIES.test(line))) return false;
  return lines.every((line, index) => {
    const label = LABEL.exec(line)?.[1]?.toUpperCase();
    return label === String.fromCharCode(65 + index) || label === String(index + 1);
  });
}

/**
 * The options in a text of several lines, one a line. Bullets and letters go where every line has one, and letters and
 * numbers only where they count the lines: what may be part of an option stays.
 */
export function readOptionLines(text: string): string[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length > 1 && lines.every((line) => BULLET.test(line)))
    return lines.map((line) => line.replace(BULLET, ''));
  return areCounted(lines) ? lines.map((line) => line.replace(LABEL, '')) : lines;
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
