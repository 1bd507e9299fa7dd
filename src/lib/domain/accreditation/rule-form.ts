import { isCalendarDay } from '../calendar-day.ts';
import type { FieldProblem } from '../identity/field-problem.ts';
import { isProfessionId } from '../identity/profession.ts';
import { failure, success, type Result } from '../result.ts';
import { tidyText, tooLong } from '../tidy-text.ts';
import type { CreditRule } from './credit-rule.ts';
import { unknownPlaceholders } from './fill-wording.ts';
import { isLearningFormat } from './learning-format.ts';

/** The texts of the form of a new version, as typed. Amounts are quarter credits. */
export type RuleTexts = Record<
  | 'name'
  | 'unitOne'
  | 'unitMany'
  | 'validFrom'
  | 'minutesPerCredit'
  | 'stepQuarterCredits'
  | 'rounding'
  | 'maximumQuarterCredits'
  | 'monthsOffered'
  | 'designation'
  | 'document'
  | 'source',
  string
>;

/** The form of a new version; an empty list of professions or formats means all of them. */
export type RuleFields = RuleTexts & { countsEvaluation: boolean; professions: string[]; formats: string[] };

/** The form of a rule, for its successor. */
export function ruleFieldsOf(rule: CreditRule, validFrom: string): RuleFields {
  return {
    name: rule.name,
    unitOne: rule.unit.one,
    unitMany: rule.unit.many,
    validFrom,
    minutesPerCredit: String(rule.minutesPerCredit),
    stepQuarterCredits: String(rule.stepQuarterCredits),
    rounding: rule.rounding,
    maximumQuarterCredits: String(rule.maximumQuarterCredits ?? ''),
    monthsOffered: String(rule.monthsOffered ?? ''),
    designation: rule.wording.designation,
    document: rule.wording.document,
    source: rule.source,
    countsEvaluation: rule.countsEvaluation,
    professions: rule.professions ?? [],
    formats: rule.formats ?? []
  };
}

const ROUNDINGS = { nearest: 'nearest', down: 'down', up: 'up' } as const;

const roundingOf = (text: string): CreditRule['rounding'] | null =>
  text === ROUNDINGS.nearest || text === ROUNDINGS.down || text === ROUNDINGS.up ? text : null;

/** A whole number above zero, or null. */
const countOf = (text: string) => (/^[1-9]\d{0,3}$/.test(text.trim()) ? Number(text) : null);

const optionalCount = (text: string) =>
  text.trim() === '' || countOf(text) !== null ? null : 'Enter a whole number, or leave it empty';

function textProblem(
  text: string,
  { limit, message }: { limit: number; message: string | null }
): string | null {
  const tidy = tidyText(text);
  return tidy === '' ? message : tooLong(tidy, limit);
}

function wordingProblem(text: string, message: string | null): string | null {
  const unknown = unknownPlaceholders(text);
  const words = `Write only placeholders that are filled; nothing stands for ${unknown.join(', ')}`;
  return unknown.length > 0 ? words : textProblem(text, { limit: 2_000, message });
}

function dayProblem(day: string, earliest: string): string | null {
  if (!isCalendarDay(day)) return 'Enter a day, such as 2027-03-31';
  return day < earliest ? `Choose ${earliest} or a later day: no rule changes in retrospect` : null;
}

function listProblems(fields: RuleFields): [keyof RuleFields, string | null][] {
  const known = fields.professions.every(isProfessionId) ? null : 'Choose professions from the list';
  return [
    ['professions', known],
    ['formats', fields.formats.every(isLearningFormat) ? null : 'Choose formats from the list']
  ];
}

function findProblems(fields: RuleFields, earliest: string): FieldProblem[] {
  const found: [keyof RuleFields, string | null][] = [
    ['name', textProblem(fields.name, { limit: 120, message: 'Write a name' })],
    [
      'unitOne',
      textProblem(fields.unitOne, { limit: 120, message: 'Write what one is called, e.g. contact hour' })
    ],
    ['unitMany', textProblem(fields.unitMany, { limit: 120, message: 'Write what several are called' })],
    ['validFrom', dayProblem(fields.validFrom, earliest)],
    ...listProblems(fields),
    [
      'minutesPerCredit',
      countOf(fields.minutesPerCredit) === null ? 'Enter the minutes as a whole number' : null
    ],
    [
      'stepQuarterCredits',
      countOf(fields.stepQuarterCredits) === null ? 'Enter the quarter credits as a whole number' : null
    ],
    ['rounding', roundingOf(fields.rounding) === null ? 'Choose how minutes are rounded' : null],
    ['maximumQuarterCredits', optionalCount(fields.maximumQuarterCredits)],
    ['monthsOffered', optionalCount(fields.monthsOffered)],
    ['designation', wordingProblem(fields.designation, null)],
    ['document', wordingProblem(fields.document, null)],
    ['source', textProblem(fields.source, { limit: 500, message: 'Write where the rule is written' })]
  ];
  return found.flatMap(([field, message]) => (message === null ? [] : [{ field, message }]));
}

const line = (text: string) => tidyText(text).replaceAll(/\s+/g, ' ');

function unitOf({ unitOne, unitMany }: RuleFields, { unit }: CreditRule): CreditRule['unit'] {
  const [one, many] = [line(unitOne), line(unitMany)];
  return { one, many, part: unit.part === unit.one ? one : many };
}

/**
 * Reads the rules of a new version as typed; what the form does not ask stays as in the former version or the template.
 * `earliest`: the first day (`YYYY-MM-DD`) on which it may hold.
 */
export function readRuleForm(
  fields: RuleFields,
  { former, earliest }: { former: CreditRule; earliest: string }
): Result<{ rule: CreditRule; validFrom: string }, FieldProblem[]> {
  const problems = findProblems(fields, earliest);
  if (problems.length > 0) return failure(problems);
  const professions = fields.professions.filter(isProfessionId);
  const formats = fields.formats.filter(isLearningFormat);
  const rule: CreditRule = {
    ...former,
    name: line(fields.name),
    unit: unitOf(fields, former),
    professions: professions.length === 0 ? null : professions,
    formats: formats.length === 0 ? null : formats,
    minutesPerCredit: countOf(fields.minutesPerCredit) ?? former.minutesPerCredit,
    stepQuarterCredits: countOf(fields.stepQuarterCredits) ?? former.stepQuarterCredits,
    rounding: roundingOf(fields.rounding) ?? former.rounding,
    maximumQuarterCredits: countOf(fields.maximumQuarterCredits),
    monthsOffered: countOf(fields.monthsOffered),
    countsEvaluation: fields.countsEvaluation,
    wording: { ...former.wording, designation: line(fields.designation), document: line(fields.document) },
    source: line(fields.source)
  };
  return success({ rule, validFrom: fields.validFrom });
}
