import { seededRandom, type RandomStream } from '#lib/domain/attempt/seeded-random.ts';
import { US_STATES } from '#lib/domain/identity/us-state.ts';
import { NAME_POOLS } from './name-pools.ts';
import { PROFESSION_SHARES } from './profession-shares.ts';

/** What a learner is, but for name and numbers: SQL deals these out by a hash, instead of drawing from shares itself. */
export type PersonCard = {
  slot: number;
  pool: number;
  country: string;
  profession: string;
  credentials: string;
  specialty: string;
  ability: number;
  hasNpi: boolean;
  report: string | null;
  state: string;
};

/** When a learner starts: how many days before today (0: the day before), and at which minute of that day. */
export type DayCard = { slot: number; daysAgo: number; minute: number };

/** Powers of two, so that the low bits of a hash name a card. */
export const PERSON_CARDS = 1024;
export const DAY_CARDS = 4096;

/** One of the entries by its share. */
function pick<Entry>(
  entries: readonly Entry[],
  share: (entry: Entry) => number,
  random: RandomStream
): Entry {
  const total = entries.reduce((sum, entry) => sum + share(entry), 0);
  let left = random() * total;
  for (const entry of entries) {
    left -= share(entry);
    if (left < 0) return entry;
  }
  const last = entries.at(-1);
  if (last === undefined) throw new Error('Nothing can be picked of nothing.');
  return last;
}

const pickEven = <Entry>(entries: readonly Entry[], random: RandomStream) => pick(entries, () => 1, random);

/** Who the learners are. */
export function drawPersonCards(seed: number): PersonCard[] {
  const random = seededRandom(seed);
  return Array.from({ length: PERSON_CARDS }, (_, slot) => {
    const pool = pick(NAME_POOLS, ({ share }) => share, random);
    const [country] = pick(pool.countries, ([, share]) => share, random);
    const { profession, credentials, specialties, ability, hasNpi, report } = pick(
      PROFESSION_SHARES,
      ({ share }) => share,
      random
    );
    const isHere = country === 'US';
    return {
      slot,
      pool: NAME_POOLS.indexOf(pool),
      country,
      profession,
      credentials: pickEven(credentials, random),
      specialty: pickEven(specialties, random),
      ability,
      hasNpi: isHere && hasNpi && random() < 0.9,
      report: isHere ? report : null,
      state: pickEven(US_STATES, random).id
    };
  });
}

const weekday = (day: Date) => day.getUTCDay();

/** How busy a day is: more learners as the activity becomes known, fewer at weekends and around the new year. */
function busyness(daysAgo: number, { days, until }: { days: number; until: Date }): number {
  const day = new Date(until.getTime() - (daysAgo + 1) * 86_400_000);
  const growth = 1 + (1.5 * (days - daysAgo)) / days;
  const isWeekend = weekday(day) === 0 || weekday(day) === 6;
  const month = day.getUTCMonth();
  const isHoliday = (month === 11 && day.getUTCDate() > 20) || (month === 0 && day.getUTCDate() < 4);
  // A congress season in spring, when mails about the activity go out.
  const congress = month === 4 || month === 5 ? 1.5 : 1;
  return growth * congress * (isWeekend ? 0.35 : 1) * (isHoliday ? 0.3 : 1);
}

/** When they start, within `days` days before midnight of `until`. Nobody starts so late that the day would not do. */
export function drawDayCards(seed: number, span: { days: number; until: Date }): DayCard[] {
  const random = seededRandom(seed + 1);
  const days = Array.from({ length: span.days }, (_, daysAgo) => daysAgo);
  const weights = days.map((daysAgo) => busyness(daysAgo, span));
  return Array.from({ length: DAY_CARDS }, (_, slot) => ({
    slot,
    daysAgo: pick(days, (daysAgo) => weights[daysAgo] ?? 0, random),
    minute: Math.floor(360 + (random() + random()) * 380)
  }));
}
