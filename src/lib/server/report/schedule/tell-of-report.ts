import { instantWords } from '#lib/domain/instant-words.ts';
import { reportFailedLetter, reportLetter } from '#lib/domain/report/schedule/report-letter.ts';
import type { Executor } from '../../db/index.ts';
import { insertMessage, selectOptionalAddress } from '../../identity/mail-queries.ts';
import { listRecipients, selectOptionalSchedule } from './queries.ts';

type Told = { exportId: string; scheduleId: string; address: string; now: Date };

type Outcome =
  { state: 'finished'; rowsWritten: number; keptUntil: Date } | { state: 'failed'; failure: string };

type Letter = { to: { id: string; email: string }; kind: string; subject: string; body: string };

async function send(tx: Executor, told: Told, { to, ...letter }: Letter): Promise<void> {
  await insertMessage(tx, {
    id: crypto.randomUUID(),
    ...letter,
    dedupeKey: `${letter.kind}:${told.exportId}:${to.id}`,
    personId: to.id,
    address: to.email,
    unsubscribeUrl: null,
    createdAt: told.now,
    notBefore: told.now
  });
}

/** Writes to those who are to know how the file of a schedule ended: with a link to its page, never with the file. */
export async function tellOfReport(tx: Executor, told: Told, outcome: Outcome): Promise<void> {
  const schedule = await selectOptionalSchedule(tx, told.scheduleId);
  if (schedule === null) return;
  const { name, createdBy } = schedule;
  const link = `${told.address}/admin/reports/exports/${told.exportId}`;
  if (outcome.state === 'failed') {
    const email = await selectOptionalAddress(tx, createdBy);
    const letter = { kind: 'report-failed', ...reportFailedLetter({ name, link, failure: outcome.failure }) };
    if (email !== null) await send(tx, told, { ...letter, to: { id: createdBy, email } });
    return;
  }
  const keptUntil = instantWords(outcome.keptUntil);
  const letter = { kind: 'report', ...reportLetter({ name, link, rows: outcome.rowsWritten, keptUntil }) };
  for (const recipient of await listRecipients(tx, told.scheduleId))
    await send(tx, told, { ...letter, to: recipient });
}
