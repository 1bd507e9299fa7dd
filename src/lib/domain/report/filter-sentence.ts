import { calendarDayWords } from '#lib/domain/calendar-day.ts';
import type { CompletionFilter } from './completion-filter.ts';
import { choicesOf, type FilterKind, type FilterOptions } from './filter-words.ts';
import { REPORTING_STATES, REPORTS, readReportingStanding } from './reporting-state.ts';

/** A value of a filter in words, and the filter without it. */
type SentenceValue = { words: string; without: CompletionFilter };

/** A filter as part of a sentence: "Completions where *profession* is any of *Nurse*, *Pharmacist*". */
export type SentencePart = {
  kind: FilterKind;
  subject: string;
  verb: string;
  values: SentenceValue[];
  /** The filter without this part. */
  without: CompletionFilter;
};

type ListField = 'activity' | 'version' | 'profession' | 'credit' | 'country' | 'reporting' | 'name';

const SUBJECTS: Record<ListField, string> = {
  activity: 'activity',
  version: 'version',
  profession: 'profession',
  credit: 'type of credit',
  country: 'country',
  reporting: 'reporting',
  name: 'name'
};

/** In words, e.g. `PARS: accepted`; what no report is called stays as it is. */
export function standingWords(text: string): string {
  const standing = readReportingStanding(text);
  const report = REPORTS.find(({ id }) => id === standing?.report);
  const state = REPORTING_STATES.find(({ id }) => id === standing?.state);
  return report && state ? `${report.label}: ${state.label}` : text;
}

function wordsOf(field: ListField, value: string, options: FilterOptions): string {
  if (field === 'reporting') return standingWords(value);
  if (field === 'name') return `“${value}”`;
  return choicesOf(field, options).find(({ id }) => id === value)?.label ?? value;
}

const verbOf = (field: ListField, count: number) =>
  ({ one: field === 'name' ? 'has' : 'is', many: field === 'name' ? 'has any of' : 'is any of' })[
    count === 1 ? 'one' : 'many'
  ];

function listPart(filter: CompletionFilter, field: ListField, options: FilterOptions): SentencePart[] {
  const values = filter[field];
  if (values.length === 0) return [];
  return [
    {
      kind: field,
      subject: SUBJECTS[field],
      verb: verbOf(field, values.length),
      values: values.map((value) => ({
        words: wordsOf(field, value, options),
        without: { ...filter, [field]: values.filter((other) => other !== value) }
      })),
      without: { ...filter, [field]: [] }
    }
  ];
}

type Words = { between: string; from: string; to: string; exactly: string };

const DAYS: Words = {
  between: 'is between',
  from: 'is on or after',
  to: 'is on or before',
  exactly: 'is on'
};
const SCORES: Words = { between: 'is between', from: 'is at least', to: 'is at most', exactly: 'is' };

/** Two ends as one verb with its words; null: neither is set. */
function rangeWords<Value>(
  { low, high }: { low: Value | null; high: Value | null },
  words: Words,
  say: (value: Value) => string
): { verb: string; words: string } | null {
  if (low !== null && high !== null)
    return low === high
      ? { verb: words.exactly, words: say(low) }
      : { verb: words.between, words: `${say(low)} and ${say(high)}` };
  if (low !== null) return { verb: words.from, words: say(low) };
  return high === null ? null : { verb: words.to, words: say(high) };
}

function rangePart(
  said: ReturnType<typeof rangeWords>,
  part: Pick<SentencePart, 'kind' | 'subject' | 'without'>
): SentencePart[] {
  if (said === null) return [];
  return [{ ...part, verb: said.verb, values: [{ words: said.words, without: part.without }] }];
}

/** The filter as the parts of a sentence, which are joined by "and"; none: all completions. */
export function filterSentence(filter: CompletionFilter, options: FilterOptions): SentencePart[] {
  const { from, to, scoreMin, scoreMax } = filter;
  const list = (field: ListField) => listPart(filter, field, options);
  const day = rangeWords({ low: from, high: to }, DAYS, calendarDayWords);
  const score = rangeWords({ low: scoreMin, high: scoreMax }, SCORES, (percent) => `${percent}%`);
  return [
    ...list('activity'),
    ...list('version'),
    ...rangePart(day, {
      kind: 'completed',
      subject: 'completed',
      without: { ...filter, from: null, to: null }
    }),
    ...list('profession'),
    ...list('credit'),
    ...list('country'),
    ...list('reporting'),
    ...rangePart(score, {
      kind: 'score',
      subject: 'score',
      without: { ...filter, scoreMin: null, scoreMax: null }
    }),
    ...list('name')
  ];
}
