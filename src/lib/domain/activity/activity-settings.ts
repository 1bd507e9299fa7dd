import { LEARNING_FORMATS } from '../accreditation/learning-format.ts';
import type { FieldProblem } from '../identity/field-problem.ts';
import { failure, success, type Result } from '../result.ts';
import { tidyText, tooLong } from '../tidy-text.ts';
import { dateProblems } from './settings-dates.ts';
import { readTimeLimit, timeLimitProblem } from './time-limit.ts';

/** The front matter of an activity version: what stands in its one row. Dates are `YYYY-MM-DD`. */
export type ActivitySettings = {
  title: string;
  summary: string;
  audience: string[];
  audienceNote: string;
  estimatedMinutes: number;
  releaseDate: string;
  reviewDate: string;
  expiryDate: string;
  maximumQuarterCredits: number;
  /** For an attempt at the assessment; null: it is not timed. */
  timeLimitMinutes: number | null;
  disclosureStatement: string;
  supportStatement: string;
  medicalDisclaimer: string;
  /** What practice lacks; empty, as the next three: not said. */
  practiceGap: string;
  offLabelUse: string;
  contact: string;
  fee: string;
  /** Learning format, e.g. `enduring-material`. */
  format: string;
  authors: string[];
  reviewers: string[];
};

/** The settings as typed: lists have an entry a line. */
export type SettingsFields = Record<keyof ActivitySettings, string>;

const TEXTS = {
  title: { label: 'a title', limit: 200 },
  summary: { label: 'a summary', limit: 2_000 },
  audienceNote: { label: 'a note on the audience', limit: 1_000 },
  disclosureStatement: { label: 'a disclosure statement', limit: 4_000 },
  supportStatement: { label: 'a statement on support', limit: 4_000 },
  medicalDisclaimer: { label: 'a disclaimer', limit: 4_000 }
} as const;

const linesOf = (text: string) =>
  tidyText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A whole number of at most four digits, above zero; null where it is none. */
export function readCount(text: string): number | null {
  return /^[1-9]\d{0,3}$/.test(text.trim()) ? Number(text) : null;
}

const REQUIRED_TEXTS = [
  'summary',
  'audienceNote',
  'disclosureStatement',
  'supportStatement',
  'medicalDisclaimer'
] as const;

function textProblems(fields: SettingsFields): [keyof ActivitySettings, string | null][] {
  const keys = ['title', ...REQUIRED_TEXTS] as const;
  return keys.map((key) => {
    const text = tidyText(fields[key]);
    // A working copy has a name from the start; the rest may wait until the release (`missingIn`).
    if (key === 'title' && text === '') return [key, `Write ${TEXTS[key].label}`];
    return [key, tooLong(text, TEXTS[key].limit)];
  });
}

const OPTIONAL_TEXTS = { practiceGap: 4_000, offLabelUse: 4_000, contact: 1_000, fee: 1_000 } as const;

/** What may be left unsaid, and the format, of which one is always chosen. */
function furtherProblems(fields: SettingsFields): [keyof ActivitySettings, string | null][] {
  const keys = ['practiceGap', 'offLabelUse', 'contact', 'fee'] as const;
  const isKnown = LEARNING_FORMATS.some(({ id }) => id === fields.format);
  return [
    ...keys.map((key): [typeof key, string | null] => [
      key,
      tooLong(tidyText(fields[key]), OPTIONAL_TEXTS[key])
    ]),
    ['format', isKnown ? null : 'Choose the learning format']
  ];
}

function listProblems(fields: SettingsFields): [keyof ActivitySettings, string | null][] {
  const keys = ['audience', 'authors', 'reviewers'] as const;
  return keys.map((key) => {
    const isLong = linesOf(fields[key]).some((line) => line.length > 200);
    return [key, isLong ? 'Shorten each line to 200 characters' : null];
  });
}

function numberProblems(fields: SettingsFields): [keyof ActivitySettings, string | null][] {
  const credits = readCount(fields.maximumQuarterCredits);
  return [
    [
      'estimatedMinutes',
      readCount(fields.estimatedMinutes) === null ? 'Enter the minutes as a whole number' : null
    ],
    [
      'maximumQuarterCredits',
      credits === null || credits > 400 ? 'Enter the quarter credits as a whole number from 1 to 400' : null
    ],
    ['timeLimitMinutes', timeLimitProblem(fields.timeLimitMinutes)]
  ];
}

function findProblems(fields: SettingsFields, today: string): FieldProblem[] {
  const found = [
    ...textProblems(fields),
    ...furtherProblems(fields),
    ...listProblems(fields),
    ...numberProblems(fields),
    ...dateProblems(fields, today)
  ];
  const order = Object.keys(fields);
  return found
    .flatMap(([field, message]) => (message === null ? [] : [{ field, message }]))
    .toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

/** Reads the settings as typed on this day (`YYYY-MM-DD`); every problem with its field, in the order of the form. */
export function parseSettings(
  fields: SettingsFields,
  today: string
): Result<ActivitySettings, FieldProblem[]> {
  const problems = findProblems(fields, today);
  if (problems.length > 0) return failure(problems);
  return success({
    title: tidyText(fields.title).replaceAll('\n', ' '),
    summary: tidyText(fields.summary),
    audience: linesOf(fields.audience),
    audienceNote: tidyText(fields.audienceNote),
    estimatedMinutes: Number(fields.estimatedMinutes),
    releaseDate: fields.releaseDate,
    reviewDate: fields.reviewDate,
    expiryDate: fields.expiryDate,
    maximumQuarterCredits: Number(fields.maximumQuarterCredits),
    timeLimitMinutes: readTimeLimit(fields.timeLimitMinutes),
    disclosureStatement: tidyText(fields.disclosureStatement),
    supportStatement: tidyText(fields.supportStatement),
    medicalDisclaimer: tidyText(fields.medicalDisclaimer),
    practiceGap: tidyText(fields.practiceGap),
    offLabelUse: tidyText(fields.offLabelUse),
    contact: tidyText(fields.contact),
    fee: tidyText(fields.fee),
    format: fields.format,
    authors: linesOf(fields.authors),
    reviewers: linesOf(fields.reviewers)
  });
}

/** The form of stored settings. */
export function settingsFieldsOf(settings: ActivitySettings): SettingsFields {
  const {
    audience,
    authors,
    reviewers,
    estimatedMinutes,
    maximumQuarterCredits,
    timeLimitMinutes,
    ...texts
  } = settings;
  return {
    ...texts,
    audience: audience.join('\n'),
    authors: authors.join('\n'),
    reviewers: reviewers.join('\n'),
    estimatedMinutes: String(estimatedMinutes),
    maximumQuarterCredits: String(maximumQuarterCredits),
    timeLimitMinutes: String(timeLimitMinutes ?? '')
  };
}

/** The names of the settings in which two states differ. */
export function changedSettings(before: ActivitySettings, after: ActivitySettings): string[] {
  const former = new Map(Object.entries(settingsFieldsOf(before)));
  return Object.entries(settingsFieldsOf(after))
    .filter(([name, text]) => former.get(name) !== text)
    .map(([name]) => name);
}

/** What a version cannot be released without, in words; a working copy may be saved before it is written. */
export function missingIn(settings: ActivitySettings): string[] {
  const texts = REQUIRED_TEXTS.filter((key) => settings[key] === '').map(
    (key) => `Write ${TEXTS[key].label}`
  );
  return settings.audience.length > 0 ? texts : [...texts, 'Name at least one audience, one per line'];
}

/** What learners should be told before the start (cme-rules.md §1.2) and are not, in words. */
export function unsaidIn({ practiceGap, offLabelUse, contact, fee }: ActivitySettings): string[] {
  const texts = [
    { text: practiceGap, what: 'what the activity is needed for' },
    { text: offLabelUse, what: 'whether uses beyond the labeling are discussed' },
    { text: fee, what: 'what it costs' },
    { text: contact, what: 'whom to ask' }
  ];
  return texts.filter(({ text }) => text === '').map(({ what }) => what);
}
