import type { RuleFields } from '#lib/domain/accreditation/rule-form.ts';
import { dayAfter } from '#lib/domain/calendar-day.ts';
import { formText } from '../../../form-text.ts';

const texts = (data: FormData, name: string) =>
  data.getAll(name).filter((value) => typeof value === 'string');

/** The form of a new version as it was sent. */
export function readRuleFields(data: FormData): RuleFields {
  const text = (name: string) => formText(data, name);
  return {
    name: text('name'),
    unitOne: text('unitOne'),
    unitMany: text('unitMany'),
    validFrom: text('validFrom'),
    minutesPerCredit: text('minutesPerCredit'),
    stepQuarterCredits: text('stepQuarterCredits'),
    rounding: text('rounding'),
    maximumQuarterCredits: text('maximumQuarterCredits'),
    monthsOffered: text('monthsOffered'),
    designation: text('designation'),
    document: text('document'),
    source: text('source'),
    countsEvaluation: text('countsEvaluation') === 'yes',
    professions: texts(data, 'profession'),
    formats: texts(data, 'format')
  };
}

/** The first day on which a successor may hold: today, or the day after its predecessor began. */
export function earliestDay(today: string, former: { validFrom: string } | undefined): string {
  if (former === undefined) return today;
  const next = dayAfter(former.validFrom);
  return next > today ? next : today;
}
