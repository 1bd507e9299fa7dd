import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { computedReports, completionSummaries } from '#lib/server/db/schema/report-summary.ts';
import { outboxMessages } from '#lib/server/db/schema/identity-mail.ts';
import { reportExports } from '#lib/server/db/schema/report-export.ts';
import { itemStatistics } from '#lib/server/db/schema/report-statistics.ts';
import { people } from '#lib/server/db/schema/identity.ts';
import { computeDashboard } from '#lib/server/report/dashboard/compute-dashboard.ts';
import { readDashboard } from '#lib/server/report/dashboard/read-dashboard.ts';
import { fillDemonstration } from '#lib/server/report/demonstration/fill-demonstration.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON, SAMPLE } from '../../support/learner.ts';

/** A month before the sample ends. */
const NEAR_THE_END = new Date('2029-11-01T12:00:00Z');

describeOnEachDatabase('the dashboard', (on) => {
  it('is counted in the request while there is little, and nothing is written by reading it', async () => {
    const { db } = on.database;
    const read = await readDashboard(db, { now: NOON });
    expect(read).toMatchObject({ computedAt: NOON, report: { active: 0, total: 0, firstTries: null } });
    expect(await db.select().from(computedReports)).toEqual([]);
  });

  it('counts learners, completions, first tries, steps and minutes as the records have them', async () => {
    const { db } = on.database;
    const made = { learners: 100, detail: 0, seed: 'dashboard', amongRealLearners: false };
    const filled = await fillDemonstration(db, { slug: SAMPLE, ...made, now: NOON });
    if (!filled.ok) throw new Error(filled.problem);
    const report = await computeDashboard(db, { now: NOON });
    const days = await db.select({ day: completionSummaries.completedOn }).from(completionSummaries);
    expect(days).toHaveLength(filled.value.completions);
    expect(report.completions.recent).toBe(days.filter(({ day }) => day > '2027-01-01').length);
    expect(report.by).toBe('month');
    expect(report.total).toBe(days.filter(({ day }) => day < '2027-01-01').length);
    const steps = report.funnel.map(({ people: came }) => came ?? 0);
    expect(steps).toEqual(steps.toSorted((one, other) => other - one));
    expect(steps[3]).toBe(filled.value.completions);
    expect(report.firstTries?.of).toBeGreaterThan(70);
    expect(report.median?.minutes).toBeGreaterThan(20);
    expect(report.estimates).toEqual({ least: 30, greatest: 30 });
    expect(report.activities).toMatchObject([{ slug: SAMPLE, completions: report.total }]);
    expect(await readDashboard(db, { now: NEAR_THE_END })).toEqual({ computedAt: NOON, report });
  });

  it('names what needs attention', async () => {
    const { db } = on.database;
    const activity = await readActivity(db, SAMPLE);
    const assessmentId = activity?.assessments.find(({ kind }) => kind === 'assessment')?.id ?? '';
    const [item] = await db
      .select({ id: sql<string>`id` })
      .from(
        sql`(select v.id from item_versions v join items i on i.id = v.item_id where i.external_id = 'A04') v`
      );
    const sums = { sumX: '0', sumXx: '0', sumXt: '0', sumT: '0', sumTt: '0', upperSize: 0, lowerSize: 0 };
    const poor = { assessmentId, itemVersionId: item?.id ?? '', computedAt: NEAR_THE_END, ...sums };
    await db.insert(itemStatistics).values({ ...poor, responses: 90, exposure: 90, discriminationIndex: 3 });
    const file = { query: '', format: 'csv' as const, createdAt: NEAR_THE_END, state: 'failed' as const };
    await db
      .insert(reportExports)
      .values({ ...file, id: randomUUID(), way: 'background', fileName: 'completions.csv' });
    const [person] = await db.select({ id: people.id }).from(people).limit(1);
    const letter = {
      id: randomUUID(),
      kind: 'follow-up',
      dedupeKey: 'x',
      address: 'a@example.org',
      subject: 'x',
      body: 'x'
    };
    const times = { createdAt: NEAR_THE_END, notBefore: NEAR_THE_END, tries: 8, lastError: '550' };
    await db.insert(outboxMessages).values({ ...letter, personId: person?.id ?? '', ...times });
    const { attention } = await computeDashboard(db, { now: NEAR_THE_END });
    expect(attention).toMatchObject({
      expiring: { rows: [{ day: '2029-11-30' }], more: 0 },
      poorItems: { rows: [{ name: 'A04', discrimination: 3, responses: 90 }], more: 0 },
      bias: { rows: [], more: 0 },
      failedExports: { rows: [{ name: 'completions.csv', at: NEAR_THE_END.toISOString() }], more: 0 },
      failedSchedules: { rows: [], more: 0 },
      refusedMessages: 1
    });
  });

  it('is counted anew where what was kept cannot be read', async () => {
    const { db } = on.database;
    await db.update(computedReports).set({ report: { of: 'an older version' } });
    expect(await readDashboard(db, { now: NEAR_THE_END })).toMatchObject({ computedAt: NEAR_THE_END });
  });
});
