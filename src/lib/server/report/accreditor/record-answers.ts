import { readAnswers, type LineProblem, type SentAnswer } from '#lib/domain/report/mapping/read-answers.ts';
import { afterAnswer, type Answer } from '#lib/domain/report/mapping/standing.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { answerAwaiting, insertAnswers, listAnsweredRows, updateStandings } from './answer-queries.ts';
import { parseLines } from './parse-lines.ts';
import { lockStandings, selectOptionalSubmission } from './submission-queries.ts';

/** Answers that are looked up and written at once. */
const BATCH = 1000;

type Sent = NonNullable<Awaited<ReturnType<typeof selectOptionalSubmission>>>;
type Resolved = SentAnswer & { ordinal: number };
type Asked = { submissionId: string; actorId: string; now: Date };

const isRowNumber = (record: string) => /^\d{1,9}$/.test(record);

async function resolveBatch(tx: Executor, submissionId: string, batch: SentAnswer[]) {
  const rows = await listAnsweredRows(tx, {
    submissionId,
    recordIds: batch.map(({ record }) => record),
    ordinals: batch.filter(({ record }) => isRowNumber(record)).map(({ record }) => Number(record))
  });
  const byName = new Map(
    rows.flatMap((row) => [[row.recordId, row] as const, [String(row.ordinal), row] as const])
  );
  return batch.map((answer) => ({ answer, row: byName.get(answer.record) }));
}

/** Finds the rows that are answered, and refuses what is not in the file or was sent again since. */
async function resolve(
  tx: Executor,
  submissionId: string,
  answers: SentAnswer[]
): Promise<Result<Resolved[], LineProblem[]>> {
  const [resolved, problems] = [new Map<number, Resolved>(), new Array<LineProblem>()];
  for (let from = 0; from < answers.length; from += BATCH) {
    for (const { answer, row } of await resolveBatch(tx, submissionId, answers.slice(from, from + BATCH))) {
      const { line } = answer;
      const before = row && resolved.get(row.ordinal);
      if (!row)
        problems.push({ line, message: `“${answer.record.slice(0, 80)}” is no record of this file.` });
      else if (row.state === null) problems.push({ line, message: 'The record stands in a later file now.' });
      else if (before) problems.push({ line, message: `Its record stands on line ${before.line} already.` });
      else resolved.set(row.ordinal, { ...answer, ordinal: row.ordinal });
    }
  }
  return problems.length > 0 ? failure(problems) : success([...resolved.values()]);
}

async function write(
  tx: Executor,
  { id, action }: Sent,
  answers: Resolved[],
  { actorId, now }: Asked
): Promise<void> {
  for (let from = 0; from < answers.length; from += BATCH) {
    const batch = answers.slice(from, from + BATCH);
    await insertAnswers(
      tx,
      batch.map(({ ordinal, answer, reason }) => ({
        submissionId: id,
        ordinal,
        answer,
        reason,
        answeredAt: now,
        recordedBy: actorId
      }))
    );
    for (const [answer, rows] of Map.groupBy(batch, (one) => one.answer)) {
      const ordinals = rows.map(({ ordinal }) => ordinal);
      await updateStandings(tx, {
        submissionId: id,
        ordinals,
        state: afterAnswer(action, answer),
        changedAt: now
      });
    }
  }
}

const audit = (tx: Executor, { submissionId, actorId, now }: Asked, detail: Record<string, number>) =>
  insertAuditEvent(tx, {
    at: now,
    actorId,
    action: 'report.record-answers',
    subject: { kind: 'report-submission', id: submissionId },
    detail
  });

const countOf = (answers: SentAnswer[], answer: Answer) =>
  answers.filter((one) => one.answer === answer).length;

/** Takes in answers as text: all of them, or none with a message for each wrong line. Null: there is no such file. */
export async function recordAnswers(
  db: Executor,
  { text, ...asked }: Asked & { text: string }
): Promise<Result<number, LineProblem[]> | null> {
  const lines = parseLines(text);
  const read = lines.ok ? readAnswers(lines.value) : lines;
  if (!read.ok) return read;
  return db.transaction(async (tx) => {
    await lockStandings(tx);
    const sent = await selectOptionalSubmission(tx, asked.submissionId);
    if (sent === null) return null;
    const resolved = await resolve(tx, sent.id, read.value);
    if (!resolved.ok) return resolved;
    await write(tx, sent, resolved.value, asked);
    const [accepted, rejected] = [countOf(resolved.value, 'accepted'), countOf(resolved.value, 'rejected')];
    await audit(tx, asked, { accepted, rejected });
    return success(resolved.value.length);
  });
}

/** Marks every record that waits for an answer as accepted, and gives their number. Null: there is no such file. */
export function acceptAll(db: Executor, asked: Asked): Promise<number | null> {
  return db.transaction(async (tx) => {
    await lockStandings(tx);
    const sent = await selectOptionalSubmission(tx, asked.submissionId);
    if (sent === null) return null;
    const [answer, awaited] = ['accepted', sent.action === 'add' ? 'submitted' : 'deleting'] as const;
    const state = afterAnswer(sent.action, answer);
    const accepted = await answerAwaiting(tx, { ...asked, awaited, state, answer });
    if (accepted > 0) await audit(tx, asked, { accepted, rejected: 0 });
    return accepted;
  });
}
