import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makeCreditedLearner, NOON } from '../../support/learner.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

describeOnEachDatabase('frozen records of somebody who is erased', (on) => {
  it('lose the name while an erasure is under way, and nothing else ever', async () => {
    const { db } = on.database;
    const { personId, certificateId } = await makeCreditedLearner(db, { familyName: 'Quispe' });
    const erase = () => db.execute(sql`select erase_holder(${personId})`);
    const rename = (holder: string) =>
      db.execute(sql`update certificates set document = document || jsonb_build_object('holder', ${holder}::text)
        where id = ${certificateId}`);
    expect(await refusedByDatabase(erase())).toMatch(/nobody asked/);
    expect(await refusedByDatabase(rename('Name erased'))).toMatch(/never changed/);
    await db.execute(
      sql`insert into erasures (person_id, requested_at) values (${personId}, ${NOON.toISOString()})`
    );
    expect(await refusedByDatabase(rename('Somebody else'))).toMatch(/never changed/);
    const { personId: bystander } = await makeCreditedLearner(db, { familyName: 'Haas' });
    expect(await refusedByDatabase(db.execute(sql`select erase_holder(${bystander})`))).toMatch(
      /nobody asked/
    );
    await erase();
    await db.execute(sql`update erasures set finished_at = now() where person_id = ${personId}`);
    expect(await refusedByDatabase(rename('Name erased'))).toMatch(/never changed/);
    expect(
      await refusedByDatabase(
        db.execute(sql`update erasures set finished_at = null where person_id = ${personId}`)
      )
    ).toMatch(/never changed/);
  });
});
