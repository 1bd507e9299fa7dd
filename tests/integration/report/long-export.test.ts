import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_COMPLETIONS } from '#lib/domain/report/completion-filter.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { exportCompletionsCsv } from '#lib/server/report/export-completions-csv.ts';
import { makeCreditedLearner, NOON } from '../../support/learner.ts';
import { insertManyCompletions } from '../../support/many-completions.ts';
import { openTestDatabase, type DatabaseKind, type TestDatabase } from '../../support/open-test-database.ts';

const HOW_MANY = 3_500;

const exportAll = (database: TestDatabase) =>
  exportCompletionsCsv(database.db, { filter: ALL_COMPLETIONS, now: NOON, actorId: null });

const recordsIn = (chunks: string[]) => chunks.join('').split('\r\n').length - 2;

describe.each<DatabaseKind>(['postgres', 'pglite'])('a long export (%s)', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    await insertManyCompletions(database.db, HOW_MANY);
  });
  afterAll(() => database.close());

  it('holds every completion once, in the order of their days, in chunks of bounded size', async () => {
    const chunks: string[] = [];
    for await (const chunk of exportAll(database)) chunks.push(chunk);
    expect(recordsIn(chunks)).toBe(HOW_MANY);
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(400_000);
    const lines = chunks.join('').split('\r\n').slice(1, -1);
    expect(new Set(lines.map((line) => line.slice(0, 36))).size).toBe(HOW_MANY);
    const days = lines.map((line) => line.split(',')[1]);
    expect(days).toEqual([...days].sort());
  });
});

describe('a long export on a server', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase('postgres');
    await insertManyCompletions(database.db, HOW_MANY);
  });
  afterAll(() => database.close());

  it('shows the data of one moment: what is completed meanwhile is left to the next one', async () => {
    const chunks: string[] = [];
    for await (const chunk of exportAll(database)) {
      chunks.push(chunk);
      const later = new Date('2027-12-31T12:00:00Z');
      if (chunks.length === 2)
        await makeCreditedLearner(database.db, { familyName: 'Meanwhile', now: later });
    }
    expect(recordsIn(chunks)).toBe(HOW_MANY);
    expect(chunks.join('')).not.toContain('Meanwhile');
  });

  it('breaks where the database fails midway, and never ends as if it were whole', async () => {
    const chunks: string[] = [];
    const read = async () => {
      for await (const chunk of exportAll(database)) {
        chunks.push(chunk);
        if (chunks.length < 2) continue;
        await database.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`);
      }
    };
    await expect(read()).rejects.toThrow();
    expect(recordsIn(chunks)).toBeLessThan(HOW_MANY);
    const broken = await database.db
      .select({ id: auditEvents.id })
      .from(auditEvents)
      .where(eq(auditEvents.action, 'report.break-export'));
    expect(broken).toHaveLength(1);
  });
});
