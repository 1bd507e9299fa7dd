import { totalWords } from './amount-words.ts';
import type { CreditUnit } from '#lib/domain/accreditation/credit-rule.ts';
import type { DocumentKind } from '#lib/domain/accreditation/document-kind.ts';

/** One line of a transcript; `completedOn` is `YYYY-MM-DD`. */
export type TranscriptEntry = {
  certificateId: string;
  /** What the document is verified by. */
  code: string;
  kind: DocumentKind;
  activityTitle: string;
  provider: string | null;
  completedOn: string;
  creditLine: string;
  quarterCredits: number;
  /** Undefined in what was issued before credit had rules. */
  unit: CreditUnit | undefined;
  demonstration: boolean;
  /** Null: it holds. What was revoked stays on record and counts in no total. */
  revokedOn: string | null;
};

/** `total`: the year's amounts in words. */
export type TranscriptYear = { year: string; entries: TranscriptEntry[]; total: string };

/** What the amounts of entries add up to, in words; those that were revoked are left out. */
export function transcriptTotal(entries: readonly TranscriptEntry[]): string {
  return totalWords(entries.filter(({ revokedOn }) => revokedOn === null)) || 'no credit';
}

const completedLater = (a: TranscriptEntry, b: TranscriptEntry) => b.completedOn.localeCompare(a.completedOn);

/** A transcript by calendar year of completion, the latest first, each with its total. */
export function transcriptByYear(entries: readonly TranscriptEntry[]): TranscriptYear[] {
  const years = [...new Set(entries.map((entry) => entry.completedOn.slice(0, 4)))].sort().reverse();
  return years.map((year) => {
    const ofYear = entries.filter((entry) => entry.completedOn.startsWith(year)).sort(completedLater);
    return { year, entries: ofYear, total: transcriptTotal(ofYear) };
  });
}

/** How many activities were completed in each month of a year, January first. */
export function completionsByMonth(entries: readonly TranscriptEntry[], year: string): number[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}-`;
    return entries.filter((entry) => entry.completedOn.startsWith(month)).length;
  });
}
