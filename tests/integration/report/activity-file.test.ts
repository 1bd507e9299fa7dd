import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { activityFileSections } from '#lib/domain/report/activity-file-sections.ts';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { exportActivityFile } from '#lib/server/report/export-activity-file.ts';
import { viewActivityFile } from '#lib/server/report/view-activity-file.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makeCreditedLearner, NOON, SAMPLE } from '../../support/learner.ts';
import { makePerson } from '../../support/people.ts';

describeOnEachDatabase('the file of an activity', (on) => {
  const request = async () => {
    const activity = await readActivity(on.database.db, SAMPLE);
    const { id: actorId } = await makePerson(on.database.db);
    return { activityId: activity?.activityId ?? '', actorId, now: NOON };
  };

  it('holds every released version, its items with their approvals, and who completed it, without small numbers', async () => {
    for (let nth = 0; nth < 6; nth += 1)
      await makeCreditedLearner(on.database.db, { profession: 'physician' });
    await makeCreditedLearner(on.database.db, { profession: 'nurse' });
    const asked = await request();
    const viewed = await viewActivityFile(on.database.db, asked, 'report.view-activity-file');
    const [version, ...others] = viewed?.file.versions ?? [];
    expect(others).toEqual([]);
    expect(version?.participation).toMatchObject({ completions: 7, quarterCredits: 14 });
    expect(version?.participation.professions.map(({ completions }) => completions)).toEqual([null, null]);
    expect(version?.evaluation.submitted).toBe(7);
    expect(version?.forms.find(({ kind }) => kind === 'assessment')).toMatchObject({
      passingPercent: 80,
      maxAttempts: 3
    });
    expect(version?.activity.references).toHaveLength(11);
    const items = viewed?.file.items ?? [];
    expect(items).toHaveLength(25);
    expect(items.every(({ citations, approvals }) => citations.length > 0 && approvals.length > 0)).toBe(
      true
    );
    const told = JSON.stringify(viewed && activityFileSections(viewed.file));
    for (const part of [
      '80 %',
      'Physician (MD, DO or equivalent): fewer than 5, or held back',
      'This activity is a demonstration'
    ])
      expect(told).toContain(part);
  });

  it('goes out as one archive whose checksums fit, with the package in it, and leaves an audit row', async () => {
    const asked = await request();
    const file = await exportActivityFile(on.database.db, asked);
    expect(file?.fileName).toBe('activity-file-resistance-to-immunotherapy-2027-01-31.zip');
    const files = unzipSync(file?.bytes ?? new Uint8Array());
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['activity-file.json', 'package/activity.json', 'SHA256SUMS'])
    );
    for (const line of strFromU8(files['SHA256SUMS'] ?? new Uint8Array())
      .trim()
      .split('\n')) {
      const [sum, path = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(files[path] ?? '')
          .digest('hex')
      ).toBe(sum);
    }
    const events = await on.database.db
      .select({ action: auditEvents.action })
      .from(auditEvents)
      .where(eq(auditEvents.actorId, asked.actorId));
    expect(events.map(({ action }) => action)).toContain('report.export-activity-file');
  });

  it('is none where there is no such activity', async () => {
    const asked = { ...(await request()), activityId: crypto.randomUUID() };
    expect(await viewActivityFile(on.database.db, asked, 'report.view-activity-file')).toBeNull();
  });
});
