import { randomUUID } from 'node:crypto';
import { compareNaturally } from '#lib/domain/interchange/compare-naturally.ts';
import { guardCell } from '#lib/domain/report/guard-cell.ts';
import { LEAST_TO_SHOW } from '#lib/domain/report/outcomes/judge-items.ts';
import { shownProfessions } from '#lib/domain/report/outcomes/shown-professions.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { listMatchedLearners, type Marks } from './outcome-export-queries.ts';
import { selectOptionalOfferedVersion } from './outcome-version-queries.ts';
import { BYTE_ORDER_MARK, writeCsv, type Cell } from './write-csv.ts';

type Learner = { profession: string; before: Marks; after: Marks };

type Asked = { activityVersionId: string; now: Date; actorId: string };

const namesIn = (all: Marks[]) =>
  [...new Set(all.flatMap((marks) => Object.keys(marks)))].toSorted(compareNaturally);

function countProfessions(learners: Learner[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { profession } of learners) counts.set(profession, (counts.get(profession) ?? 0) + 1);
  return counts;
}

/** A row a learner: an id that was thrown for this file only, the profession where many share it, and each item's mark. */
function toRecords(learners: Learner[]): Cell[][] {
  const before = namesIn(learners.map((learner) => learner.before));
  const after = namesIn(learners.map((learner) => learner.after));
  const named = shownProfessions(countProfessions(learners));
  const head = [...before.map((name) => `before ${name}`), ...after.map((name) => `after ${name}`)];
  const rows = learners.map((learner) => [
    randomUUID(),
    named.has(learner.profession) ? guardCell(learner.profession) : '',
    ...before.map((name) => learner.before[name] ?? null),
    ...after.map((name) => learner.after[name] ?? null)
  ]);
  return [['row', 'profession', ...head], ...rows];
}

/**
 * The first attempts of matched learners as CSV, de-identified: no name, id, date or place, rows in an order of chance.
 * 1 is right, 0 wrong or left open, empty: not in that learner's form. Refused below five learners. Audited.
 */
export function exportOutcomes(
  db: Executor,
  { activityVersionId, now, actorId }: Asked
): Promise<Result<{ fileName: string; csv: string }, 'not-found' | 'too-few-learners'>> {
  return db.transaction(async (tx) => {
    const version = await selectOptionalOfferedVersion(tx, activityVersionId);
    if (version === null) return failure('not-found');
    const learners = await listMatchedLearners(tx, activityVersionId);
    if (learners.length < LEAST_TO_SHOW) return failure('too-few-learners');
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'report.export-outcomes',
      subject: { kind: 'activity-version', id: activityVersionId },
      detail: { rows: learners.length }
    });
    const fileName = `outcomes-${version.slug}-${version.version}.csv`;
    return success({ fileName, csv: BYTE_ORDER_MARK + writeCsv(toRecords(learners)) });
  });
}
