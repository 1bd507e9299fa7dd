import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { WHOLE_VIEW } from '#lib/domain/report/completion-view.ts';
import { auditParticulars } from '#lib/server/db/schema/audit-chain.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { reportExportParts, reportExports } from '#lib/server/db/schema/report-export.ts';
import { cancelExport } from '#lib/server/report/background/cancel-export.ts';
import { claimExport } from '#lib/server/report/background/claim-export.ts';
import { downloadKeptExport } from '#lib/server/report/background/download-kept-export.ts';
import { makeExport } from '#lib/server/report/background/make-export.ts';
import { makeExports } from '#lib/server/report/background/make-exports.ts';
import type { Making } from '#lib/server/report/background/making.ts';
import { listExports, readExport } from '#lib/server/report/background/read-exports.ts';
import { removeOldExports } from '#lib/server/report/background/remove-old-exports.ts';
import { repeatExport } from '#lib/server/report/background/repeat-export.ts';
import { requestExport } from '#lib/server/report/background/request-export.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { insertManyCompletions } from '../../support/many-completions.ts';
import { makePerson } from '../../support/people.ts';

const NOON = new Date('2027-03-01T12:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

/** A file of more than one piece. */
const ROWS = 6_000;

describeOnEachDatabase('a file that is made in the background', (on) => {
  let actorId = '';
  beforeAll(async () => {
    await insertManyCompletions(on.database.db, ROWS);
    actorId = (await makePerson(on.database.db, { roles: ['admin'] })).id;
  });

  const making = (now = NOON, signal = new AbortController().signal): Making => ({
    database: on.database,
    address: 'https://cme.example.org',
    signal,
    clock: () => now
  });
  const request = (now = NOON) =>
    requestExport(on.database.db, {
      view: WHOLE_VIEW,
      format: 'csv',
      reason: 'PARS, first quarter',
      actorId,
      now
    });
  const partsOf = (id: string) =>
    on.database.db.$count(reportExportParts, eq(reportExportParts.exportId, id));
  const auditOf = async (id: string) =>
    (
      await on.database.db
        .select({ action: auditEvents.action, detail: auditEvents.detail, reason: auditParticulars.reason })
        .from(auditEvents)
        .leftJoin(auditParticulars, eq(auditParticulars.eventId, auditEvents.id))
        .where(eq(auditEvents.subjectId, id))
        .orderBy(auditEvents.id)
    ).map(({ action, detail, reason }) => ({ action: action.replace('report.', ''), detail, reason }));
  const fetchFile = async (id: string, now: Date) => {
    const file = await downloadKeptExport(on.database.db, { id, actorId, now });
    if (file === null) return null;
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.chunks) chunks.push(chunk);
    return { ...file, whole: Buffer.concat(chunks) };
  };

  it('is whole, in pieces, kept for seven days and then removed; who, why, what and how many is on record', async () => {
    const id = await request();
    expect(await makeExports(making())).toBe(1);
    const entry = await readExport(on.database.db, id);
    expect(entry).toMatchObject({ state: 'finished', rowsExpected: ROWS, rowsWritten: ROWS, failure: null });
    expect(await partsOf(id)).toBe(2);
    const file = await fetchFile(id, NOON);
    expect(file?.whole.length).toBe(entry?.bytes);
    expect(
      createHash('sha256')
        .update(file?.whole ?? '')
        .digest('hex')
    ).toBe(entry?.sha256);
    expect(file?.whole.toString('utf8').split('\r\n')).toHaveLength(ROWS + 2);
    const { sha256, bytes } = entry ?? {};
    expect(await auditOf(id)).toEqual([
      { action: 'request-export', detail: { format: 'csv', query: '' }, reason: 'PARS, first quarter' },
      {
        action: 'finish-export',
        detail: {
          ...{ format: 'csv', query: '', way: 'background' },
          ...{ rowsWritten: ROWS, bytes, sha256 }
        },
        reason: 'PARS, first quarter'
      },
      { action: 'fetch-export', detail: { rows: ROWS, bytes, sha256 }, reason: null }
    ]);
    const over = new Date(NOON.getTime() + 7 * DAY);
    expect(await removeOldExports(on.database.db, new Date(over.getTime() - 1))).toBe(0);
    expect(await fetchFile(id, over), 'removed or not').toBeNull();
    expect(await removeOldExports(on.database.db, over)).toBe(1);
    expect(await partsOf(id)).toBe(0);
    expect(await readExport(on.database.db, id)).toMatchObject({
      state: 'finished',
      sha256,
      removedAt: over
    });
  });

  it('is begun again from its beginning after its maker was killed, and the maker that was not dead does no harm', async () => {
    const id = await request();
    const orphan = await claimExport(on.database.db, () => NOON);
    await on.database.db
      .insert(reportExportParts)
      .values({ exportId: id, ordinal: 0, content: Buffer.from('the beginning of a file') });
    const later = new Date(NOON.getTime() + 60_000);
    expect(await fetchFile(id, later), 'a part is no file').toBeNull();
    expect(await makeExports(making(later))).toBe(1);
    const { sha256 } = (await readExport(on.database.db, id)) ?? {};
    if (orphan === null) throw new Error('It was not claimed.');
    await makeExport(making(later), orphan);
    expect(await readExport(on.database.db, id)).toMatchObject({ state: 'finished', sha256 });
    const file = await fetchFile(id, later);
    expect(
      createHash('sha256')
        .update(file?.whole ?? '')
        .digest('hex')
    ).toBe(sha256);
  });

  it('is put back when the program stops, and cancelled at its next piece or before its turn', async () => {
    const id = await request();
    const claimed = await claimExport(on.database.db, () => NOON);
    if (claimed === null) throw new Error('It was not claimed.');
    await makeExport(making(NOON, AbortSignal.abort()), claimed);
    expect(await readExport(on.database.db, id)).toMatchObject({ state: 'waiting', rowsWritten: 0 });
    expect(await partsOf(id)).toBe(0);
    const again = await claimExport(on.database.db, () => NOON);
    if (again === null) throw new Error('It was not claimed again.');
    expect(await cancelExport(on.database.db, { id, actorId, now: NOON })).toBe(true);
    await makeExport(making(), again);
    expect(await readExport(on.database.db, id)).toMatchObject({ state: 'cancelled', keptUntil: null });
    expect(await partsOf(id)).toBe(0);
    expect(await cancelExport(on.database.db, { id, actorId, now: NOON }), 'it is over').toBe(false);
    const waiting = await request();
    expect(await cancelExport(on.database.db, { id: waiting, actorId, now: NOON })).toBe(true);
    expect(await makeExports(making())).toBe(0);
    expect(await readExport(on.database.db, waiting)).toMatchObject({ state: 'cancelled', finishedAt: NOON });
  });

  it('says why it failed, keeps nothing of it, and can be made again', async () => {
    const id = await request();
    await on.database.db
      .update(reportExports)
      .set({ query: 'profession=wizard' })
      .where(eq(reportExports.id, id));
    await makeExports(making());
    const entry = await readExport(on.database.db, id);
    expect(entry).toMatchObject({ state: 'failed', keptUntil: null, bytes: null });
    expect(entry?.failure).toMatch(/view cannot be read/);
    if (entry === null) throw new Error('It is gone.');
    expect(await repeatExport(on.database.db, { entry, actorId, now: NOON })).toBeNull();
    const repeated = await repeatExport(on.database.db, {
      entry: { ...entry, query: '' },
      actorId,
      now: NOON
    });
    expect(await readExport(on.database.db, repeated ?? '')).toMatchObject({
      state: 'waiting',
      reason: entry.reason
    });
  });

  it('stands in a list, the newest first, page by page', async () => {
    await on.database.db.execute(sql`insert into report_exports
      (id, way, query, format, file_name, state, created_at)
      select gen_random_uuid(), 'download', '', 'csv', 'many.csv', 'failed', '2026-01-01' from generate_series(1, 30)`);
    const first = await listExports(on.database.db, { beyond: null });
    const second = await listExports(on.database.db, { beyond: first.next });
    const ids = [...first.exports, ...second.exports].map(({ id }) => id);
    expect(first.exports).toHaveLength(25);
    expect(new Set(ids).size).toBe(await on.database.db.$count(reportExports));
    expect(second.next).toBeNull();
    expect(first.exports[0]?.requestedBy).toBe('Ana Müller');
  });
});
