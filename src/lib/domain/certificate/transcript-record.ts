import { isWithin, type TranscriptPeriod } from './transcript-period.ts';
import type { TranscriptEntry } from './transcript.ts';
import type { ExternalCredit } from './external-credit.ts';
import { amountWords, totalWords } from './amount-words.ts';

/** Credit earned elsewhere, with its document where there is one. */
export type ExternalEntry = ExternalCredit & { id: string; documentName: string | null };

/** All of a person's: what was issued here, and what the person entered. */
export type TranscriptRecord = { issued: TranscriptEntry[]; external: ExternalEntry[] };

/** What amounts of one type add up to. */
export type TypeTotal = { type: string; amount: string; source: 'issued' | 'external' };

/** The amount of an external credit, e.g. `1.25 (ANCC contact hour)`. */
export function externalAmount({ quarterCredits, creditType }: ExternalCredit): string {
  return `${quarterCredits / 4} (${creditType})`;
}

/** The type of what was issued, as totals and filters name it: its unit. */
function typeOf(entry: TranscriptEntry): string {
  return amountWords({ ...entry, quarterCredits: 8 }).replace(/^2 /, '');
}

/** All types of a record, in the order of the alphabet. */
export function typesOf({ issued, external }: TranscriptRecord): string[] {
  return [...new Set([...issued.map(typeOf), ...external.map(({ creditType }) => creditType)])].sort();
}

/** What of a record lies in a period, and is of a type; `type` empty: of any. */
export function narrowRecord(
  { issued, external }: TranscriptRecord,
  { period, type }: { period: TranscriptPeriod; type: string }
): TranscriptRecord {
  const latestFirst = (one: { completedOn: string }, other: { completedOn: string }) =>
    other.completedOn.localeCompare(one.completedOn);
  return {
    issued: issued
      .filter((entry) => isWithin(period, entry.completedOn) && (type === '' || typeOf(entry) === type))
      .toSorted(latestFirst),
    external: external
      .filter((entry) => isWithin(period, entry.completedOn) && (type === '' || entry.creditType === type))
      .toSorted(latestFirst)
  };
}

/** Totals by type: first what was issued here, then what the person entered. What was revoked counts in none. */
export function totalsByType({ issued, external }: TranscriptRecord): TypeTotal[] {
  const standing = issued.filter(({ revokedOn }) => revokedOn === null);
  const issuedTotals = [...Map.groupBy(standing, typeOf)].map(([type, entries]) => ({
    type,
    amount: totalWords(entries),
    source: 'issued' as const
  }));
  const externalTotals = [...Map.groupBy(external, ({ creditType }) => creditType)].map(
    ([type, entries]) => ({
      type,
      amount: String(entries.reduce((sum, { quarterCredits }) => sum + quarterCredits, 0) / 4),
      source: 'external' as const
    })
  );
  return [...issuedTotals, ...externalTotals];
}
