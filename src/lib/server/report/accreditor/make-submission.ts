import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { CompletionFilter } from '#lib/domain/report/completion-filter.ts';
import { judgementOn, judgeRecord } from '#lib/domain/report/mapping/judge-record.ts';
import { standingName, type MappingVersion } from '#lib/domain/report/mapping/report-mapping.ts';
import { keptValues } from '#lib/domain/report/mapping/used-fields.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../../db/index.ts';
import { keepSubmission, type KeptRecord } from './keep-submission.ts';
import { pageRecords } from './page-records.ts';
import { lockStandings } from './submission-queries.ts';

export type SubmissionRequest = {
  version: MappingVersion;
  filter: CompletionFilter;
  /** The filter as it stands in an address. */
  query: string;
  reason: string;
  actorId: string;
  now: Date;
};

/** What is ready of the completions that a filter finds, as it is kept. */
async function* readyRecords(
  tx: Executor,
  { version, filter, now }: SubmissionRequest
): AsyncGenerator<KeptRecord[]> {
  const judgement = judgementOn(version.mapping, calendarDayOf(now));
  for await (const records of pageRecords(tx, { filter, report: standingName(version) })) {
    yield records
      .filter((record) => judgeRecord(record, judgement).ok)
      .map(({ completionId, recordId, values }) => ({
        completionId,
        recordId,
        values: keptValues(values, version.mapping)
      }));
  }
}

/**
 * Makes the file of all completions that are ready, and gives its id. What one file holds no other made at the same time
 * does: the second waits, and finds it sent.
 */
export function makeSubmission(
  db: Executor,
  request: SubmissionRequest
): Promise<Result<string, 'nothing-ready'>> {
  return db.transaction(
    async (tx) => {
      await lockStandings(tx);
      const records = () => readyRecords(tx, request);
      const id = await keepSubmission(tx, { ...request, action: 'add', records });
      return id === null ? failure('nothing-ready') : success(id);
    },
    { isolationLevel: 'repeatable read' }
  );
}
