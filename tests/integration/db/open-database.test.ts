import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { activities } from '#lib/server/db/schema/activity.ts';
import { people } from '#lib/server/db/schema/identity.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';

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
});
