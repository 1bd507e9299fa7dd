import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { auditSeals } from '#lib/server/db/schema/audit-chain.ts';
import { insertAuditEvent } from '#lib/server/identity/audit.ts';
import { readHeadFiles, type HeadFile } from '#lib/server/identity/chain/head-files.ts';
import { keepAuditChain } from '#lib/server/identity/chain/keep-audit-chain.ts';
import { sealAudit } from '#lib/server/identity/chain/seal-audit.ts';
import { verifyAudit, type Verification } from '#lib/server/identity/chain/verify-audit.ts';
import { forgetAuditParticulars } from '#lib/server/identity/forget-audit-particulars.ts';
import { withRequestNetwork } from '#lib/server/identity/request-network.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

const NOW = new Date('2027-02-01T12:00:00Z');
const SECRET = 'a secret of the tests, long enough to be one';
const REASON = 'Dr. Müller called about her name';

class RolledBack extends Error {}

/** An event of nobody; `network: null` keeps it as small as can be. */
const note = (tx: Executor, place: number) =>
  insertAuditEvent(tx, {
    ...{ at: NOW, actorId: null, action: 'test.note', subject: { kind: 'place', id: String(place) } },
    ...{ detail: { place }, before: { place: place - 1 }, after: { place } }
  });

/** So many transactions, each with an id of its own, come and go. */
async function letTransactionsPass(db: Executor): Promise<void> {
  for (let count = 0; count < 70; count += 1) await db.execute(sql`select pg_current_xact_id()`);
}

/** What is found after a superuser, whom no trigger stops, did this; everything is taken back in the end. */
async function foundAfter(
  db: Executor,
  files: HeadFile[],
  ...done: SQL[]
): Promise<Verification | undefined> {
  const found: Verification[] = [];
  const attempt = db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const statement of done) await tx.execute(statement);
    found.push(await verifyAudit(tx, { files, secret: null, now: NOW }));
    throw new RolledBack();
  });
  await expect(attempt).rejects.toThrow(RolledBack);
  return found[0];
}

/** What a superuser may do to an event that has a seal, and how it shows. */
const TAMPERED: [what: string, kind: string, how: (id: number) => SQL][] = [
  [
    'an edited event',
    'event-changed',
    (id) => sql`update audit_events set detail = '{"place": 8}' where id = ${id}`
  ],
  [
    'an edit of one microsecond',
    'event-changed',
    (id) => sql`update audit_events set at = at + interval '1 microsecond' where id = ${id}`
  ],
  [
    'a changed value before',
    'event-changed',
    (id) => sql`update audit_events set before = null where id = ${id}`
  ],
  ['a removed event', 'event-missing', (id) => sql`delete from audit_events where id = ${id}`],
  [
    'a changed seal',
    'event-changed',
    (id) => sql`update audit_seals set hash = sha256('x') where event_id = ${id}`
  ],
  [
    'a reason that was put in later',
    'particulars-changed',
    (id) => sql`insert into audit_particulars (event_id, reason) values (${id}, 'because')`
  ],
  [
    'two events that changed their content',
    'event-changed',
    (
      id
    ) => sql`update audit_events e set (detail, before, after) = (o.detail, o.before, o.after) from audit_events o
      where (e.id, o.id) in ((${id}, ${id + 2}), (${id + 2}, ${id}))`
  ]
];

describeOnEachDatabase(
  'the chain of the audit log',
  (on) => {
    let folder = '';
    let files: HeadFile[] = [];
    /** An id that no event has, since its transaction was rolled back. */
    let gap = 0;

    const idAt = async (at: number) => {
      const { eventId, position } = auditSeals;
      const [row] = await on.database.db.select({ eventId }).from(auditSeals).where(eq(position, at));
      return row?.eventId ?? 0;
    };

    beforeAll(async () => {
      const { db } = on.database;
      folder = await mkdtemp(join(tmpdir(), 'footnote-heads-'));
      for (let place = 1; place <= 20; place += 1) await note(db, place);
      await db.transaction(async (tx) => note(tx, 0).then(() => tx.rollback())).catch(() => null);
      for (let place = 21; place <= 40; place += 1) await note(db, place);
      await keepAuditChain(db, { headFolder: folder, secret: SECRET, now: NOW });
      gap = (await idAt(21)) - 1;
      await letTransactionsPass(db);
      await keepAuditChain(db, { headFolder: folder, secret: SECRET, now: NOW });
      files = (await readHeadFiles(folder)) ?? [];
    });

    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('holds together, agrees with the head outside, and cannot be changed in the ordinary way', async () => {
      const { db } = on.database;
      expect(await readdir(folder)).toEqual(['audit-head-2027-02-01.json']);
      expect(await verifyAudit(db, { files, secret: SECRET, now: NOW })).toEqual({
        ...{
          fault: null,
          position: 40,
          erased: 0,
          headsOutside: 1,
          headsInside: 1,
          unsigned: 0,
          otherKeys: []
        }
      });
      const kept = expect.stringContaining('never changed or removed');
      expect(await refusedByDatabase(db.execute(sql`update audit_seals set event_id = 0`))).toEqual(kept);
      expect(await refusedByDatabase(db.execute(sql`delete from audit_heads`))).toEqual(kept);
    });

    it.each(TAMPERED)('names the first bad event after %s', async (_what, kind, how) => {
      const eventId = await idAt(7);
      const fault = { kind, position: 7, eventId, head: null };
      expect(await foundAfter(on.database.db, [], how(eventId))).toMatchObject({ fault, position: 6 });
    });

    it('names the first position after two events changed their places', async () => {
      const [first, second] = [await idAt(7), await idAt(12)];
      const swap = [
        sql`alter table audit_seals drop constraint audit_seals_event_id_unique`,
        sql`update audit_seals set event_id = ${first + second}::bigint - event_id
          where event_id in (${first}, ${second})`
      ];
      const fault = { kind: 'event-changed', position: 7, eventId: second, head: null };
      expect(await foundAfter(on.database.db, [], ...swap)).toMatchObject({ fault });
    });

    it('names the place where an event was removed with its seal, and one that was put in under an old number', async () => {
      const { db } = on.database;
      const id = await idAt(7);
      const removed = [
        sql`delete from audit_events where id = ${id}`,
        sql`delete from audit_seals where event_id = ${id}`
      ];
      const missing = { kind: 'seal-missing', position: 7 };
      expect(await foundAfter(db, [], ...removed)).toMatchObject({ fault: missing });
      const added = sql`insert into audit_events (id, at, action, subject_kind, subject_id)
        overriding system value values (${gap}, now(), 'credit.claim', 'credit', 'forged')`;
      // An event counts once every transaction of the server that was open beside it has ended: other tests have some.
      await vi.waitFor(
        async () => {
          expect(await foundAfter(db, [], added)).toMatchObject({
            fault: { kind: 'event-added', eventId: gap }
          });
        },
        { timeout: 10_000 }
      );
    });

    it('sees a cut tail by the head outside alone, also where the log went on, and a head that was forged', async () => {
      const { db } = on.database;
      const id = await idAt(31);
      const cut = [
        sql`delete from audit_events where id >= ${id}`,
        sql`delete from audit_seals where position >= 31`,
        sql`delete from audit_heads`
      ];
      expect(await foundAfter(db, [], ...cut)).toMatchObject({ fault: null, position: 30, headsOutside: 0 });
      const gone = { kind: 'tail-missing', position: 31, head: '2027-02-01 in audit-head-2027-02-01.json' };
      expect(await foundAfter(db, files, ...cut)).toMatchObject({ fault: gone });
      const anew = sql`insert into audit_events (at, action, subject_kind, subject_id)
        select now(), 'test.note', 'place', n::text from generate_series(31, 45) n`;
      const differs = { kind: 'head-differs', position: 40, head: gone.head };
      expect(await foundAfter(db, files, ...cut, anew)).toMatchObject({ fault: differs });
      const [file] = files;
      const forged = file?.head ? [{ ...file, head: { ...file.head, position: 30 } }] : [];
      expect(await foundAfter(db, forged, ...cut)).toMatchObject({
        fault: {
          kind: 'head-forged',
          head: gone.head
        }
      });
    });

    it('never writes over a head that is there', async () => {
      const file = join(folder, 'audit-head-2027-02-01.json');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace('"position": 40', '"position": 39'));
      const kept = keepAuditChain(on.database.db, { headFolder: folder, secret: SECRET, now: NOW });
      await expect(kept).rejects.toThrow('says something else');
      expect(await readFile(file, 'utf8')).toContain('"position": 39');
    });

    it('holds together after networks and reasons of a person were erased, and nothing of them is left', async () => {
      const { db } = on.database;
      const { id: personId } = await makePerson(db, { roles: [] });
      const own = {
        at: NOW,
        actorId: personId,
        action: 'identity.sign-in',
        subject: { kind: 'person', id: personId }
      };
      const about = {
        at: NOW,
        actorId: null,
        action: 'certificate.correct',
        subject: { kind: 'certificate', id: 'c1' }
      };
      await withRequestNetwork('192.0.2.0/24', () => insertAuditEvent(db, own));
      await insertAuditEvent(db, { ...about, reason: REASON });
      await sealAudit(db);
      const readAll = async () =>
        JSON.stringify(await db.execute(sql`select p.*, s.* from audit_particulars p, audit_seals s`));
      expect(await readAll()).toMatch(/192\.0\.2\.0.*Müller/);
      const changed = await foundAfter(
        db,
        files,
        sql`update audit_particulars set reason = 'Other' where reason is not null`
      );
      expect(changed).toMatchObject({ fault: { kind: 'particulars-changed' } });
      const order = { personId, records: { certificate: ['c1'] }, actorId: null, now: NOW };
      expect(await db.transaction((tx) => forgetAuditParticulars(tx, order))).toBe(2);
      expect(await readAll()).not.toMatch(/192\.0\.2\.0|Müller/);
      expect(await verifyAudit(db, { files, secret: null, now: NOW })).toMatchObject({
        fault: null,
        erased: 2
      });
    });
  },
  'empty'
);
