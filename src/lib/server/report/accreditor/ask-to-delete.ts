import { canBeDeleted } from '#lib/domain/report/mapping/standing.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../../db/index.ts';
import { keepSubmission } from './keep-submission.ts';
import { selectMappingVersion } from './mapping-queries.ts';
import {
  hasErasedRow,
  listStandingRows,
  lockStandings,
  selectOptionalSubmission
} from './submission-queries.ts';

type Deletion = { submissionId: string; ordinals: number[]; reason: string; actorId: string; now: Date };

/** Makes a file that asks to delete chosen records of another one, and gives its id. `erased`: what told whose a record is is gone. */
export function askToDelete(
  db: Executor,
  { submissionId, ordinals, reason, actorId, now }: Deletion
): Promise<Result<string, 'unknown-file' | 'nothing-to-delete' | 'erased'>> {
  return db.transaction(
    async (tx) => {
      await lockStandings(tx);
      const sent = await selectOptionalSubmission(tx, submissionId);
      if (sent === null) return failure('unknown-file');
      if (await hasErasedRow(tx, { submissionId, ordinals })) return failure('erased');
      const standing = await listStandingRows(tx, { submissionId, ordinals });
      const chosen = standing.filter(({ state }) => canBeDeleted(state));
      if (chosen.length === 0 || chosen.length < ordinals.length) return failure('nothing-to-delete');
      const records = chosen.map(({ completionId, recordId, values }) => ({
        completionId,
        recordId,
        values: 'record_action' in values ? { ...values, record_action: 'delete' } : values
      }));
      const version = await selectMappingVersion(tx, sent.mappingVersionId);
      const deletion = { version, action: 'delete', query: sent.query, reason, actorId, now } as const;
      const id = await keepSubmission(tx, { ...deletion, records: () => [records] });
      return id === null ? failure('nothing-to-delete') : success(id);
    },
    { isolationLevel: 'repeatable read' }
  );
}
