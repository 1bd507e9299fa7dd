import { bankReport, type BankReport } from '#lib/domain/question-bank/bank-report.ts';
import type { Executor } from '../db/index.ts';
import {
  listAskedCells,
  listBankVersions,
  listDoubtfulCitations,
  listObjectiveWordings,
  listUncitedReferences,
  selectOptionalBank
} from './bank-queries.ts';

type Cell = Awaited<ReturnType<typeof listAskedCells>>[number];

/** A bank with its report, and what surrounds it: the activities that draw on it, and their objectives and references. */
export type BankPage = {
  bank: { id: string; code: string; title: string };
  report: BankReport;
  activities: { id: string; title: string }[];
  objectives: { id: string; code: string; wording: string }[];
  /** In the lists of these activities, and cited by none of their sections and items. */
  uncited: { citationKey: string; title: string }[];
  /** Retracted, or with an expression of concern, and cited by items of this bank. */
  doubtful: { citationKey: string; status: string; itemId: string; externalId: string }[];
};

const once = <Row>(rows: Row[], keyOf: (row: Row) => string): Row[] => [
  ...new Map(rows.map((row) => [keyOf(row), row])).values()
];

/** An activity that has a working copy is judged by it, not by what it offers now. */
function ofWorkingCopies(cells: Cell[]): Cell[] {
  const drafted = new Set(
    cells.filter(({ status }) => status === 'draft').map(({ activityId }) => activityId)
  );
  return cells.filter(({ status, activityId }) => status === 'draft' || !drafted.has(activityId));
}

const named = ({ title, activity, version, status }: Cell) =>
  `${title} of “${activity}”, ${status === 'draft' ? 'working copy' : `version ${version}`}`;

/** All that the page of a bank shows, in six statements; null where there is no such bank. */
export async function readBankReport(db: Executor, bankId: string): Promise<BankPage | null> {
  const bank = await selectOptionalBank(db, bankId);
  if (bank === null) return null;
  const cells = ofWorkingCopies(await listAskedCells(db, bankId));
  const versionIds = [...new Set(cells.map(({ activityVersionId }) => activityVersionId))];
  const asked = cells.map((cell) => ({ ...cell, assessment: named(cell) }));
  const uncited = await listUncitedReferences(db, versionIds);
  return {
    bank,
    report: bankReport(await listBankVersions(db, bankId), asked),
    activities: once(
      cells.map(({ activityId, activity }) => ({ id: activityId, title: activity })),
      ({ id }) => id
    ),
    objectives: once(await listObjectiveWordings(db, versionIds), ({ id }) => id),
    uncited: once(
      uncited.map(({ citationKey, csl }) => ({ citationKey, title: csl.title })),
      ({ citationKey }) => citationKey
    ),
    doubtful: await listDoubtfulCitations(db, bankId)
  };
}
