/** A number or range as an option states it; open ends are infinite. `unit` is empty where none is given. */
export type Measure = { low: number; high: number; lowOpen: boolean; highOpen: boolean; unit: string };

const NUMBER = String.raw`[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const UNIT = String.raw`\s*[^\d\s<>≤≥][^\d<>≤≥]{0,24}?`;
const PATTERN = new RegExp(
  String.raw`^(?:about|approximately|~|≈)?\s*(<|>|≤|≥|<=|>=|less than|fewer than|below|under|more than|greater than|above|over|at least|at most|up to)?\s*(${NUMBER})(${UNIT})??(?:\s*(?:-|–|—|to|through)\s*(${NUMBER}))?(${UNIT})?$`,
  'i'
);
const OR_MORE =
  /\s*(?:\+|\bor (?:more|greater|higher|older|above|over|longer|later)|\band (?:above|older|over))$/i;
const OR_LESS =
  /\s*\b(?:or (?:less|fewer|lower|younger|under|below|shorter|earlier)|and (?:below|younger|under))$/i;

/** Names of the same unit. */
const UNIT_NAMES: Record<string, string> = {
  percent: '%',
  'per cent': '%',
  hr: 'hour',
  h: 'hour',
  min: 'minute',
  yr: 'year',
  mo: 'month',
  wk: 'week',
  d: 'day'
};

function unitOf(text: string): string {
  const unit = text.trim().toLowerCase().replace(/\.$/, '');
  const singular = unit.length > 3 ? unit.replace(/s\b/g, '') : unit;
  return UNIT_NAMES[singular] ?? singular;
}

const toNumber = (text: string) => Number(text.replaceAll(',', '').replace('−', '-'));

/** The open or closed ends that a sign before one number stands for. */
function bounded(sign: string, value: number): Omit<Measure, 'unit'> | null {
  if (/^(?:<|less than|fewer than|below|under)$/i.test(sign))
    return { low: -Infinity, high: value, lowOpen: true, highOpen: true };
  if (/^(?:≤|<=|at most|up to)$/i.test(sign))
    return { low: -Infinity, high: value, lowOpen: true, highOpen: false };
  if (/^(?:>|more than|greater than|above|over)$/i.test(sign))
    return { low: value, high: Infinity, lowOpen: true, highOpen: true };
  if (/^(?:≥|>=|at least)$/i.test(sign))
    return { low: value, high: Infinity, lowOpen: false, highOpen: true };
  return sign === '' ? { low: value, high: value, lowOpen: false, highOpen: false } : null;
}

/** Reads "12", "5–10 mg", "< 40%", "20 weeks or more"; null for what is no number with a unit. */
export function parseMeasure(text: string): Measure | null {
  if (text.length > 60 || !/\d/.test(text)) return null;
  const suffix = OR_MORE.test(text) ? '≥' : OR_LESS.test(text) ? '≤' : '';
  const found = PATTERN.exec(text.trim().replace(OR_MORE, '').replace(OR_LESS, ''));
  if (found === null) return null;
  const [, sign = '', first = '', firstUnit = '', second, lastUnit = ''] = found;
  const unit = unitOf(lastUnit || firstUnit);
  const low = toNumber(first);
  if (second !== undefined) return { low, high: toNumber(second), lowOpen: false, highOpen: false, unit };
  const ends = bounded(sign === '' ? suffix : sign, low);
  return ends && { ...ends, unit };
}

/** Whether a value lies in both. Units are not looked at. */
export function overlap(one: Measure, other: Measure): boolean {
  const low = one.low >= other.low ? one : other;
  const high = one.high <= other.high ? one : other;
  if (low.low !== high.high) return low.low < high.high;
  const openLow = [one, other].some((each) => each.low === low.low && each.lowOpen);
  return !openLow && ![one, other].some((each) => each.high === high.high && each.highOpen);
}
