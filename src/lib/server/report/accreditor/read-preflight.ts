import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { faultFacts, type FaultKind } from '#lib/domain/report/mapping/fault-kinds.ts';
import { describeFault, type Found } from '#lib/domain/report/mapping/fault.ts';
import { judgementOn, judgeRecord } from '#lib/domain/report/mapping/judge-record.ts';
import { maskCells } from '#lib/domain/report/mapping/mask-cells.ts';
import type { FaultCount, NotReady, Preflight } from '#lib/domain/report/mapping/preflight.ts';
import {
  standingName,
  type MappingVersion,
  type ReportCell
} from '#lib/domain/report/mapping/report-mapping.ts';
import type { CompletionRecord } from '#lib/domain/report/mapping/report-record.ts';
import type { CompletionFilter } from '#lib/domain/report/completion-filter.ts';
import type { Executor } from '../../db/index.ts';
import { pageRecords } from './page-records.ts';

const ROWS_A_PAGE = 50;
const PREVIEWED = 10;

export type PreflightRequest = {
  version: MappingVersion;
  filter: CompletionFilter;
  /** Rows with this fault; null: with any but that they were sent before. */
  kind: FaultKind | null;
  page: number;
  /** Whether the preview shows personal data. */
  shown: boolean;
  now: Date;
};

function toNotReady(record: CompletionRecord, faults: Found[], { key, mapping }: MappingVersion): NotReady {
  const { completionId, completedOn, activityTitle, standing } = record;
  const subject = { ...record, submissionId: standing?.submissionId ?? null, mappingKey: key };
  return {
    completionId,
    completedOn,
    activityTitle,
    faults: faults.map((found) => describeFault(found, { mapping, subject }))
  };
}

/** Whether there is more to say of a record than that it was sent. */
const isOpen = (kinds: Set<FaultKind>) => [...kinds].some((one) => faultFacts(one).group !== 'sent');

/** What is seen of the records as they pass: counts of all, and the rows of one page. */
function observe({ kind, page, version }: PreflightRequest) {
  const counts = new Map<FaultKind, number>();
  const rows: NotReady[] = [];
  const [first, end] = [(page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE];
  let [notReady, listed] = [0, 0];
  return {
    refuse(record: CompletionRecord, faults: Found[]): void {
      notReady += 1;
      const kinds = new Set(faults.map((found) => found.kind));
      for (const one of kinds) counts.set(one, (counts.get(one) ?? 0) + 1);
      if (!(kind === null ? isOpen(kinds) : kinds.has(kind))) return;
      if (listed >= first && listed < end) rows.push(toNotReady(record, faults, version));
      listed += 1;
    },
    outcome: () => ({ counts, rows, notReady, listed })
  };
}

function toCounts(counts: Map<FaultKind, number>): FaultCount[] {
  return [...counts]
    .map(([kind, rows]) => ({ kind, rows, ...faultFacts(kind) }))
    .toSorted((one, other) => other.rows - one.rows || one.kind.localeCompare(other.kind))
    .map(({ kind, rows, title, why, group }) => ({ kind, rows, title, why, group }));
}

/** Judges every completion that a filter finds: what is ready for the file, and what is not, and why. */
export async function readPreflight(db: Executor, request: PreflightRequest): Promise<Preflight> {
  const { version, filter, shown, now, page } = request;
  const { mapping } = version;
  const judgement = judgementOn(mapping, calendarDayOf(now));
  const seen = observe(request);
  const preview: ReportCell[][] = [];
  let ready = 0;
  for await (const records of pageRecords(db, { filter, report: standingName(version) })) {
    for (const record of records) {
      const judged = judgeRecord(record, judgement);
      if (!judged.ok) seen.refuse(record, judged.problem);
      else if (ready++ < PREVIEWED)
        preview.push(shown ? judged.value : maskCells(mapping.columns, judged.value));
    }
  }
  const { counts, rows, notReady, listed } = seen.outcome();
  const pages = Math.max(1, Math.ceil(listed / ROWS_A_PAGE));
  return { ready, notReady, counts: toCounts(counts), rows, page, pages, preview };
}
