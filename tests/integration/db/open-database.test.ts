import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { activities } from '#lib/server/db/schema/activity.ts';
import { people } from '#lib/server/db/schema/identity.ts';
import { openTracing } from '#lib/server/watch/open-tracing.ts';
import { inSpan } from '#lib/server/watch/tracing.ts';
import { writeMetrics } from '#lib/server/watch/write-metrics.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { openTraceCollector } from '../../support/trace-collector.ts';

const request = { name: 'GET /me', kind: 'server', facts: {} } as const;

describeOnEachDatabase('an open database', (on) => {
  it('holds every table after migration', async () => {
    const rows = await on.database.db.select({ count: sql<number>`count(*)::int` }).from(people);
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('can be migrated twice without harm', async () => {
    await on.database.migrate('drizzle');
    const rows = await on.database.db.select({ id: activities.id }).from(activities);
    expect(rows.length).toBeLessThanOrEqual(1);
  });

  it('shows its statements below their transaction and request, with their text and never a value', async () => {
    const collector = await openTraceCollector();
    globalThis.footnoteTracing = openTracing({ ...collector, serviceName: 'footnote', share: 1 });
    const email = 'ada@example.org';
    const find = (tx: Executor) => tx.select({ id: people.id }).from(people).where(eq(people.email, email));
    await inSpan(
      () => request,
      () => on.database.db.transaction((tx) => tx.transaction(find))
    );
    await expect(on.database.db.execute(sql`select ${email}::int`)).rejects.toThrow();
    await globalThis.footnoteTracing.close();
    globalThis.footnoteTracing = undefined;
    collector.close();
    const { spans } = collector;
    const ofRequest = spans.find(({ name }) => name === 'GET /me');
    const chain = spans.filter(({ traceId }) => traceId === ofRequest?.traceId);
    expect(chain.map(({ name }) => name)).toContain('transaction');
    expect(chain.find(({ name }) => name === 'select')?.facts).toMatchObject({
      'db.query.text': 'select "id" from "people" where "people"."email" = $1'
    });
    expect(spans.find(({ isFailed }) => isFailed)?.facts).toMatchObject({ 'db.operation.name': 'select' });
    expect(JSON.stringify(spans)).not.toContain(email);
  });

  it('is in the metrics with what waits in it, and as away where it does not answer', async () => {
    const { db } = on.database;
    // What was read lately is not read again: each reading has a time of its own, and later than the last.
    const at = (year: number) => new Date(Date.UTC(on.kind === 'pglite' ? year + 20 : year, 0));
    const read = async (from: Executor, year: number) => {
      const { text } = await writeMetrics(from, at(year));
      return text.replace(/^(?!footnote_(database|outbox|audit|pool)).*\n/gm, '');
    };
    const text = await read(db, 2100);
    expect(text).toContain('footnote_database_up 1\n');
    expect(text).toContain('footnote_outbox_letters{state="waiting"} 0\n');
    expect(text).toMatch(/^footnote_audit_sealed_position \d/m);
    expect(text).toMatch(/^footnote_audit_unsealed_seconds \d/m);
    expect(text).toContain('footnote_pool_connections_in_use{pool="shared"}');
    let later = '';
    const failing = db.transaction(async (tx) => {
      // After one that failed every statement of a transaction does.
      await tx.execute(sql`select 1/0`).catch(() => {});
      later = await read(tx, 2110);
    });
    await failing.catch(() => {});
    expect(later).toContain('footnote_database_up 0\n');
    expect(later).not.toMatch(/^footnote_audit_unsealed_seconds/m);
  });
});
