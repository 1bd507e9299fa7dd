import { dayBefore, isCalendarDay } from '../../calendar-day.ts';
import { failure, success, type Result } from '../../result.ts';
import type { Found } from './fault.ts';
import type { FaultKind } from './fault-kinds.ts';
import { fitCell } from './fit-cell.ts';
import type { FieldValues, ReportCell, ReportMapping } from './report-mapping.ts';
import type { CompletionRecord } from './report-record.ts';
import type { ReportState } from './standing.ts';

const whole = (kind: FaultKind): Found => ({ kind, column: null });

/** Every cell of a record from the left, or all that is wrong with them. */
export function fitCells(values: FieldValues, mapping: ReportMapping): Result<ReportCell[], Found[]> {
  const cells: ReportCell[] = [];
  const faults: Found[] = [];
  for (const column of mapping.columns) {
    const cell = fitCell(values, column, mapping);
    if (cell.ok) cells.push(cell.value);
    else faults.push({ kind: cell.problem, column: column.column });
  }
  return faults.length > 0 ? failure(faults) : success(cells);
}

const WAITING: Record<ReportState, FaultKind | null> = {
  submitted: 'awaiting-answer',
  accepted: 'already-accepted',
  deleting: 'deletion-awaited',
  rejected: null,
  deleted: null
};

/** What a record that was sent waits for: nothing else matters then. */
function sentFault({ standing, isRevoked, recordId }: CompletionRecord): FaultKind | null {
  const waiting = standing && WAITING[standing.state];
  if (!standing || waiting === null || waiting === 'deletion-awaited') return waiting;
  if (isRevoked) return 'revoked-since-sent';
  return recordId === standing.recordId ? waiting : 'changed-since-sent';
}

/** The first day that a report still takes on a day. */
function firstDay(window: ReportMapping['window'], today: string): string {
  if (window === 'any') return '0001-01-01';
  if (window === 'two-years') return `${String(Number(today.slice(0, 4)) - 1).padStart(4, '0')}-01-01`;
  return Array.from({ length: 60 }).reduce<string>((day) => dayBefore(day), today);
}

/** What a record is judged by. Days are `YYYY-MM-DD`; `earliest`: the first one that the report still takes. */
export type Judgement = { mapping: ReportMapping; today: string; earliest: string };

/** The judgement of a mapping on a day. */
export function judgementOn(mapping: ReportMapping, today: string): Judgement {
  return { mapping, today, earliest: firstDay(mapping.window, today) };
}

function dayFault(
  { completedOn }: CompletionRecord,
  { mapping, today, earliest }: Judgement
): FaultKind | null {
  if (!isCalendarDay(completedOn) || completedOn > today) return 'in-future';
  if (completedOn >= earliest) return null;
  return mapping.window === 'sixty-days' ? 'past-deadline' : 'too-old';
}

function permissionFault({ isPermitted }: CompletionRecord, { report }: ReportMapping): FaultKind | null {
  if (report === null || isPermitted === true) return null;
  return isPermitted === false ? 'permission-refused' : 'permission-not-asked';
}

/** What is wrong with the credit itself; nothing else is worth mending then. */
function creditFault(record: CompletionRecord, { report, professions }: ReportMapping): FaultKind | null {
  if (record.isDemonstration) return 'demonstration';
  if (!record.isClaimed) return 'not-claimed';
  if (record.isRevoked) return 'revoked';
  if (record.profession === '') return 'profile-missing';
  if (professions !== null && !professions.includes(record.profession)) return 'profession-not-reportable';
  if (!record.hasRule) return 'no-rule';
  return report !== null && !record.reports.includes(report) ? 'credit-not-reported' : null;
}

/** The cells of a completion in a file, or every reason for which it is not ready. */
export function judgeRecord(record: CompletionRecord, judgement: Judgement): Result<ReportCell[], Found[]> {
  const { mapping } = judgement;
  const sole = sentFault(record) ?? creditFault(record, mapping);
  if (sole !== null) return failure([whole(sole)]);
  const faults = [dayFault(record, judgement), permissionFault(record, mapping)].flatMap((kind) =>
    kind === null ? [] : [whole(kind)]
  );
  const cells = fitCells(record.values, mapping);
  if (faults.length === 0) return cells;
  return failure([...faults, ...(cells.ok ? [] : cells.problem)]);
}
