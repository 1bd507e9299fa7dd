import * as v from 'valibot';
import { isCalendarDay } from '#lib/domain/calendar-day.ts';

/** Text that PostgreSQL can store: no NUL and no half of a surrogate pair. */
export const storable = v.pipe(
  v.string(),
  v.check((value) => !value.includes('\0') && value.isWellFormed(), 'holds characters that are no text')
);

/** Text that may still be missing, as in a draft. It comes in as it stands, spaces included, so that it goes out so. */
export const text = v.pipe(storable, v.maxLength(20_000, 'must be at most 20,000 characters'));

/** Building blocks of the package schemas, each with a message that says how to mend. */
export const words = v.pipe(
  text,
  v.check((value) => value.trim() !== '', 'must not be empty')
);

export const webAddress = v.pipe(storable, v.regex(/^https?:\/\/\S+$/, 'must be a web address'));

export const identifier = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$/, 'must be letters, digits, hyphens or points, at most 100')
);

export const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters and digits, joined by hyphens'),
  v.maxLength(100, 'must be at most 100 characters')
);

export const calendarDate = v.pipe(
  v.string(),
  v.check(isCalendarDay, 'must be a day of the calendar, such as 2026-12-01')
);

/** A whole number from 1; the upper bound keeps every column and sum in range. */
export const positive = v.pipe(
  v.number(),
  v.integer('must be a whole number'),
  v.minValue(1, 'must be at least 1'),
  v.maxValue(100_000, 'is too large')
);

/** A fraction such as 0.8, kept as whole per cent. */
export const wholePercent = v.pipe(
  v.number(),
  v.minValue(0.01, 'must be from 0.01 to 1'),
  v.maxValue(1, 'must be from 0.01 to 1'),
  v.transform((fraction) => Math.round(fraction * 100_000) / 1000),
  v.integer('must be a whole percent, such as 0.8')
);

const isStorable = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  if (depth > 20) return false;
  return Object.entries(value).every(
    ([name, part]) => isStorable(name, depth) && isStorable(part, depth + 1)
  );
};

/** An object with fields that nothing here reads; they are kept as they are, if PostgreSQL can store them. */
export const keepingOthers = <Part extends v.ObjectEntries>(part: Part) =>
  v.pipe(
    v.looseObject(part),
    v.check((value) => isStorable(value), 'holds characters that are no text, or is nested too deeply')
  );
