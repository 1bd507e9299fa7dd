/** Day 0 of Excel's calendar, as it counts from March 1900 on: before, it knows a 29 February 1900 that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_SOUND_DAY = 61;
const MS_A_DAY = 86_400_000;

/** The number by which a sheet knows a day (`YYYY-MM-DD`); null where it knows none, e.g. before March 1900. */
export function excelDay(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const number = (Date.parse(`${day}T00:00:00Z`) - DAY_ZERO) / MS_A_DAY;
  return number >= FIRST_SOUND_DAY ? number : null;
}
