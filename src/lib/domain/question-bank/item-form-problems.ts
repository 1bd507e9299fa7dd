import type { FieldProblem } from '../identity/field-problem.ts';
import { tooLong } from '../tidy-text.ts';
import type { ItemForm } from './item-form.ts';
import { readTags } from './item-form.ts';
import { MOST_OPTIONS } from './new-option.ts';

/** The most that one text of an item can hold, in characters; packages are read with the same limit. */
const LONGEST_TEXT = 20_000;
const MOST_CITATIONS = 50;
const LONGEST_TAG = 60;
const MOST_TAGS = 30;

/** Every text of the form with the field that it stands in. */
function textsOf(form: ItemForm): [string, string][] {
  return [
    ['vignette', form.vignette],
    ['leadIn', form.leadIn],
    ['unit', form.unit],
    ['keyPoint', form.keyPoint],
    ...form.options.flatMap(({ id, text, rationale, tolerance }): [string, string][] => [
      [`option-${id}-text`, text],
      [`option-${id}-rationale`, rationale],
      [`tolerance-${id}`, tolerance ?? '']
    ]),
    ...form.targets.flatMap(({ id, text, rationale }): [string, string][] => [
      [`target-${id}-text`, text],
      [`target-${id}-rationale`, rationale]
    ]),
    ...form.citations.flatMap(({ locator, supports, passage, url }, index): [string, string][] => [
      [`citation-${index + 1}-locator`, locator],
      [`citation-${index + 1}-supports`, supports],
      [`citation-${index + 1}-passage`, passage],
      [`citation-${index + 1}-url`, url]
    ])
  ];
}

function tagProblem(tags: string[]): string | null {
  if (tags.length > MOST_TAGS) return `Keep to ${MOST_TAGS} tags or fewer. There are ${tags.length}.`;
  const long = tags.find((tag) => tag.length > LONGEST_TAG);
  return long === undefined ? null : `Shorten the tag “${long.slice(0, 30)}…” to ${LONGEST_TAG} characters.`;
}

/** What cannot be stored, each with its field. Writing flaws are not among it: they are saved, and the lint shows them. */
export function itemFormProblems(form: ItemForm): FieldProblem[] {
  const problems = textsOf(form).flatMap(([field, text]) => {
    const message = tooLong(text, LONGEST_TEXT);
    return message === null ? [] : [{ field, message }];
  });
  const ids = form.options.map(({ id }) => id);
  if (ids.length > MOST_OPTIONS || new Set(ids).size < ids.length)
    problems.push({ field: 'options', message: `Keep to ${MOST_OPTIONS} options, each of them once.` });
  if (form.targets.length > MOST_OPTIONS)
    problems.push({ field: 'targets', message: `Keep to ${MOST_OPTIONS} targets or fewer.` });
  if (form.citations.length > MOST_CITATIONS)
    problems.push({ field: 'citations', message: `Keep to ${MOST_CITATIONS} citations or fewer.` });
  form.citations.forEach(({ url }, index) => {
    if (url.trim() !== '' && !/^https?:\/\/\S+$/.test(url.trim()))
      problems.push({
        field: `citation-${index + 1}-url`,
        message: 'Begin the address with https:// and leave out spaces.'
      });
  });
  const tags = tagProblem(readTags(form.tags));
  return tags === null ? problems : [...problems, { field: 'tags', message: tags }];
}
