import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { insertAuditEvent } from '#lib/server/identity/audit.ts';
import { sealAudit } from '#lib/server/identity/chain/seal-audit.ts';
import { verifyAudit } from '#lib/server/identity/chain/verify-audit.ts';
import { openTestDatabase } from '../../support/open-test-database.ts';

const NOW = new Date('2027-02-01T12:00:00Z');

const note = (tx: Executor, id: string) =>
  insertAuditEvent(tx, { at: NOW, actorId: null, action: 'test.note', subject: { kind: 'place', id } });

it('seals transactions that commit out of order, each once, and settles nothing while one is open', async () => {
  const database = await openTestDatabase('postgres', 'empty');
  const { db } = database;
  const order = () =>
    db.execute<{ subject: string }>(sql`select subject_id as subject from audit_seals s
    join audit_events e on e.id = s.event_id where action = 'test.note' order by position`);
  try {
    await db.transaction(async (slow) => {
      await note(slow, '1');
      await note(db, '2');
      await Promise.all([sealAudit(db), sealAudit(db)]);
      for (let count = 0; count < 70; count += 1) await db.execute(sql`select pg_current_xact_id()`);
      await sealAudit(db);
      await sealAudit(db);
      expect(await order()).toMatchObject([{ subject: '2' }]);
    });
    await note(db, '3');
    expect(await verifyAudit(db, { files: [], secret: null, now: NOW })).toMatchObject({ fault: null });
    expect(await order()).toMatchObject([{ subject: '2' }, { subject: '1' }, { subject: '3' }]);
  } finally {
    await database.close();
  }
});
