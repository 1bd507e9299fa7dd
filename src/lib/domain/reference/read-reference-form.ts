import { isCalendarDay } from '../calendar-day.ts';
import type { FieldProblem } from '../identity/field-problem.ts';
import { failure, success, type Result } from '../result.ts';
import type { CslName, CslReference } from './csl-reference.ts';
import { readDoi, readPmcid, readPmid } from './identifiers.ts';
import { fullPageRange } from './page-range.ts';
import { partialDateText } from './partial-date.ts';
import { nameText, readName } from './person-name.ts';
import { TEXT_FIELDS, type ReferenceRecord, type ReferenceForm } from './reference-form.ts';
import { isReferenceType } from './reference-types.ts';
import { tidyInline } from './tidy-inline.ts';

const LONGEST = 1000;

/** The fields that a form replaces; whatever else CSL holds stays. */
const FORM_FIELDS = [
  ...['id', 'type', 'title', 'author', 'editor', 'issued', 'accessed', 'DOI', 'PMID', 'PMCID', 'URL'],
  ...TEXT_FIELDS.map(({ id }) => id)
];

/** `2017`, `2017-05` or `2017-05-01` as date parts; undefined: not so. */
function readDate(typed: string): number[] | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const [year = '', month = '01', day = '01'] = /^\d{4}(-\d{2}){0,2}$/.test(text) ? text.split('-') : [];
  return isCalendarDay(`${year}-${month}-${day}`) ? text.split('-').map(Number) : undefined;
}

/** The names of the lines; a line that nobody touched is the name that it showed, with all that is kept of it. */
const readNames = (typed: string, held: CslName[] = []): CslName[] =>
  typed
    .split('\n')
    .map((line) => {
      const text = tidyInline(line);
      return held.find((name) => tidyInline(nameText(name)) === text) ?? readName(text);
    })
    .filter((name) => name !== null);

type Check = { field: keyof ReferenceForm; isRight: boolean; message: string };

const absent = (typed: string) => typed.trim() === '';

const DATE_WORDS = 'as 2017, 2017-05 or 2017-05-01';

const isDate = (typed: string) => readDate(typed) !== undefined;

const orEmpty = (typed: string, isRight: boolean) => absent(typed) || isRight;

const identifierChecks = ({ DOI, PMID, PMCID, URL }: ReferenceForm): Check[] => [
  {
    field: 'DOI',
    isRight: orEmpty(DOI, readDoi(DOI) !== null),
    message: 'Enter a DOI such as 10.1038/nature21349, or leave it empty'
  },
  {
    field: 'PMID',
    isRight: orEmpty(PMID, readPmid(PMID) !== null),
    message: 'Enter a PMID, up to nine digits such as 28102259, or leave it empty'
  },
  {
    field: 'PMCID',
    isRight: orEmpty(PMCID, readPmcid(PMCID) !== null),
    message: 'Enter a PMCID such as PMC5515524, or leave it empty'
  },
  {
    field: 'URL',
    isRight: orEmpty(URL, /^https?:\/\/\S{3,2000}$/.test(URL.trim())),
    message: 'Enter a web address that begins with https:// or http://, or leave it empty'
  }
];

const checksOf = (form: ReferenceForm): Check[] => [
  { field: 'type', isRight: isReferenceType(form.type), message: 'Choose what kind of reference this is' },
  { field: 'title', isRight: tidyInline(form.title) !== '', message: 'Enter the title' },
  { field: 'issued', isRight: isDate(form.issued), message: `Enter the date ${DATE_WORDS}` },
  ...identifierChecks(form),
  { field: 'accessed', isRight: isDate(form.accessed), message: `Enter the day of reading ${DATE_WORDS}` }
];

function lengthProblems(form: ReferenceForm): FieldProblem[] {
  const lines = { title: form.title, ...form.texts };
  return Object.entries(lines)
    .filter(([, typed]) => typed.length > LONGEST)
    .map(([field, typed]) => ({
      field,
      message: `Shorten this to ${LONGEST} characters or fewer. It has ${typed.length}`
    }));
}

function textsOf({ texts }: ReferenceForm): Partial<CslReference> {
  const read: Partial<CslReference> = {};
  for (const { id } of TEXT_FIELDS) {
    const text = tidyInline(texts[id]);
    if (text !== '') read[id] = id === 'page' ? fullPageRange(text) : text;
  }
  return read;
}

const present = <Value>(name: string, value: Value | null) => (value === null ? {} : { [name]: value });

const someNames = (name: string, names: CslName[]) => (names.length === 0 ? {} : { [name]: names });

/** A date; one that nobody touched keeps what the form does not show of it, such as a season. */
function dated(name: 'issued' | 'accessed', form: ReferenceForm, held: CslReference | null) {
  const former = held?.[name];
  if (former !== undefined && partialDateText(former) === form[name].trim()) return { [name]: former };
  const parts = readDate(form[name]);
  return parts ? { [name]: { 'date-parts': [parts] } } : {};
}

/** Fields of CSL that the form does not show. */
const othersOf = (held: CslReference | null) =>
  Object.fromEntries(Object.entries(held ?? {}).filter(([name]) => !FORM_FIELDS.includes(name)));

function cslOf(form: ReferenceForm, held: CslReference | null): CslReference {
  return {
    ...othersOf(held),
    id: held?.id ?? 'new',
    type: form.type,
    title: tidyInline(form.title),
    ...someNames('author', readNames(form.authors, held?.author)),
    ...someNames('editor', readNames(form.editors, held?.editor)),
    ...textsOf(form),
    ...dated('issued', form, held),
    ...dated('accessed', form, held),
    ...present('DOI', readDoi(form.DOI)),
    ...present('PMID', readPmid(form.PMID)),
    ...present('PMCID', readPmcid(form.PMCID)),
    ...present('URL', absent(form.URL) ? null : form.URL.trim())
  };
}

/**
 * The reference that a form describes, or what is wrong at which field. `held`: what the library has of it; fields of CSL
 * that the form does not show stay as they are.
 */
export function readReferenceForm(
  form: ReferenceForm,
  held: CslReference | null
): Result<ReferenceRecord, FieldProblem[]> {
  const wrong = checksOf(form).filter(({ isRight }) => !isRight);
  const problems = [...wrong.map(({ field, message }) => ({ field, message })), ...lengthProblems(form)];
  if (problems.length > 0) return failure(problems);
  return success({ csl: cslOf(form, held), authorsTruncated: form.authorsTruncated });
}
