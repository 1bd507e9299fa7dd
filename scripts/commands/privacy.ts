import { isUuid } from '#lib/domain/uuid.ts';
import { openRetainedRecord } from '#lib/server/privacy/open-retained-record.ts';
import { listErasedPeople, replayErasures } from '#lib/server/privacy/replay-erasures.ts';
import { textFlag, wrongUsage, type Command } from '../command.ts';
import { readIdList } from './id-list.ts';

/** Prints who was erased: ids, one a line. Keep them apart from the backups. */
export const privacyErased: Command = {
  usage: 'privacy erased',
  summary: 'prints the ids of all who were erased, one a line, to be kept outside the database',
  options: {},
  words: 0,
  run: async ({ db }) => {
    const ids = await listErasedPeople(db);
    return { exitCode: 0, text: ids.join('\n'), data: { ids } };
  }
};

/** Erases again, after a restore, who was erased before. */
export const privacyReplayErasures: Command = {
  usage: 'privacy replay-erasures FILE|-',
  summary: 'after a restore: erases again the people whose ids stand in the file, and whoever waits for it',
  options: {},
  words: 1,
  run: async ({ db, words, environment, now }) => {
    const ids = readIdList(words[0] ?? '');
    if (typeof ids === 'string') return wrongUsage(ids);
    const { erased, refused } = await replayErasures(db, { ids, secret: environment.signingSecret, now });
    const text = [
      `Erased ${erased} ${erased === 1 ? 'person' : 'people'}.`,
      ...refused.map((id) => `Not erased, because nobody else is an admin: ${id}`)
    ].join('\n');
    return { exitCode: refused.length === 0 ? 0 : 1, text, data: { erased, refused } };
  }
};

/** Prints the sealed record of an erased person's completion, for a regulator. */
export const privacyOpenRecord: Command = {
  usage: 'privacy open-record COMPLETION-ID --reason TEXT',
  summary:
    'prints what is kept of the completion of somebody who was erased, for a regulator; it goes on record',
  options: { reason: { type: 'string' } },
  words: 1,
  run: async ({ db, words, flags, environment, now }) => {
    const [completionId = ''] = words;
    const reason = textFlag(flags, 'reason').trim();
    if (reason === '') return wrongUsage('Say with --reason who asks, and by what right.');
    const secret = environment.signingSecret;
    const record = isUuid(completionId)
      ? await openRetainedRecord(db, { completionId, secret, reason, now })
      : null;
    if (record !== null) return { exitCode: 0, text: record, data: { record } };
    const text = 'No record is kept of this completion, or SIGNING_SECRET is not the one that sealed it.';
    return { exitCode: 1, text, data: { record } };
  }
};
