import type { FieldProblem } from '../identity/field-problem.ts';
import { tidyText, tooLong } from '../tidy-text.ts';
import type { DetailFields, SectionFields } from './authored-section.ts';

const LONGEST_TEXT = 100_000;
const LONGEST_LOCATOR = 200;
const LONGEST_PASSAGE = 5000;

/** More than any section cites. */
const MOST_DETAILS = 200;

/** The text of a section and the details of its citations as a form sends them, and what is too long of them. */
export function readSectionFields(sent: [name: string, value: string][]): {
  fields: SectionFields;
  problems: FieldProblem[];
} {
  const values = new Map(sent);
  const problems: FieldProblem[] = [];
  const read = (name: string, limit: number) => {
    const value = tidyText(values.get(name) ?? '');
    const message = tooLong(value, limit);
    if (message !== null) problems.push({ field: name, message });
    return value;
  };
  const keys = [...values.keys()].flatMap((name) => /^locator-([\w:.-]{1,100})$/.exec(name)?.[1] ?? []);
  const details = keys.slice(0, MOST_DETAILS).map((key): [string, DetailFields] => [
    key,
    {
      locator: read(`locator-${key}`, LONGEST_LOCATOR).replaceAll('\n', ' '),
      kind: values.get(`kind-${key}`) === 'quote' ? 'quote' : 'paraphrase',
      passage: read(`passage-${key}`, LONGEST_PASSAGE)
    }
  ]);
  return { fields: { text: read('text', LONGEST_TEXT), details: Object.fromEntries(details) }, problems };
}
