import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { WHOLE_VIEW, readCompletionView } from '#lib/domain/report/completion-view.ts';
import { claimCredit } from '#lib/server/certificate/claim-credit.ts';
import { correctCertificate } from '#lib/server/certificate/correct-certificate.ts';
import { revokeCertificate } from '#lib/server/certificate/revoke-certificate.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { completions } from '#lib/server/db/schema/credit.ts';
import { profiles } from '#lib/server/db/schema/identity.ts';
import { listCompletions } from '#lib/server/report/list-completions.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { evaluate, makePassedLearner, NOON } from '../../support/learner.ts';
import { insertManyCompletions } from '../../support/many-completions.ts';
import { makePerson } from '../../support/people.ts';

/** What the report finds for a query of its address. */
async function find(db: Executor, query: string) {
  const view = readCompletionView(new URLSearchParams(query));
  if (!view.ok) throw new Error(JSON.stringify(view.problem));
  return listCompletions(db, { view: view.value, place: { kind: 'first' } });
}

const LATER = { now: new Date('2027-02-10T09:00:00Z') };

describeOnEachDatabase('finding completions', (on) => {
  const count = async (query: string) => (await find(on.database.db, query)).totals.completions;

  it('follows a profile, a claim, a correction and a revocation at once', async () => {
    const { db } = on.database;
    const admin = await makePerson(db, { roles: ['admin'], givenName: 'Ada', familyName: 'Admin' });
    const by = { actorId: admin.id, ...LATER };
    const learner = await makePassedLearner(db, { familyName: 'Misspelt', profession: 'nurse' });
    await evaluate(db, learner);
    expect(await count('name=misspelt&profession=nurse&credit=none&scoreMin=90&scoreMax=90')).toBe(1);
    expect(await count('name=misspelt&credit=demonstration')).toBe(0);

    const claim = await claimCredit(db, { ...learner, quarterCredits: 2, now: NOON });
    if (!claim.ok) throw new Error(JSON.stringify(claim.problem));
    expect(await find(db, 'name=misspelt')).toMatchObject({
      totals: { completions: 1, quarterCredits: 2 },
      rows: [{ name: 'Ana Misspelt, MD', itemsCorrect: 9, itemsTotal: 10, quarterCredits: 2 }]
    });
    expect(await count('name=misspelt&credit=none')).toBe(0);

    const moved = { familyName: "O'Brien-Ångström", profession: 'physician', country: 'SE' } as const;
    await db.update(profiles).set(moved).where(eq(profiles.personId, learner.personId));
    expect(await count("name=ana+o'br&profession=physician&country=SE")).toBe(1);
    expect(await count('name=ångs')).toBe(1);
    expect(await count('name=obrien')).toBe(0);
    expect(await count('name=misspelt&country=SE')).toBe(1);

    const correction = { holder: 'Ana Wells, MD', quarterCredits: 1, reason: 'The name was misspelt.' };
    const corrected = await correctCertificate(db, { ...claim.value, correction, ...by });
    if (!corrected.ok) throw new Error(JSON.stringify(corrected.problem));
    expect((await find(db, 'name=wells')).totals).toEqual({ completions: 1, quarterCredits: 1 });
    expect(await count('name=misspelt')).toBe(0);

    await revokeCertificate(db, { ...corrected.value, reason: 'Issued in error.', ...by });
    const revoked = await find(db, 'name=wells');
    expect(revoked.totals).toEqual({ completions: 1, quarterCredits: 0 });
    expect(revoked.rows).toMatchObject([{ revokedOn: '2027-02-10', quarterCredits: 1 }]);
  });

  it('takes any name as words, never as operators', async () => {
    for (const name of [
      "'",
      '\\',
      "a' | 'b",
      '!a',
      '<->',
      'a:*',
      '(',
      "ana' & !'ana",
      ':A',
      '%_',
      'ана',
      '王'
    ])
      expect(await count(`name=x${encodeURIComponent(name)}`)).toBe(0);
    expect(await count('name=nobody&name=ana')).toBeGreaterThan(0);
  });

  it('finds any of the values of a field, and all of the fields', async () => {
    const all = await count('');
    expect(await count('profession=nurse&profession=physician')).toBe(all);
    expect(await count('profession=pharmacist')).toBe(0);
    expect(await count('activity=another-activity')).toBe(0);
    expect(await count('activity=another-activity&activity=resistance-to-immunotherapy')).toBe(all);
    expect(await count('version=0.1.0')).toBe(all);
    expect(await count('version=9.9.9')).toBe(0);
    expect(await count('reporting=pars:none')).toBe(all);
    expect(await count('reporting=pars:accepted')).toBe(0);
    expect(await count('reporting=pars:accepted&reporting=abim-moc:none')).toBe(all);
    expect(await count('to=2027-01-30')).toBe(0);
    expect(await count('from=2027-01-31&to=2027-01-31')).toBe(all);
  });

  it.each(['', 'sort=name', 'sort=score&order=asc'])(
    'pages by key there and back in the order of %j, each completion once',
    async (query) => {
      const { db } = on.database;
      const [many] = await db
        .select({ id: completions.id })
        .from(completions)
        .where(sql`id = md5('completion1')::uuid`);
      if (!many) await insertManyCompletions(db, 120);
      const sort = readCompletionView(new URLSearchParams(query));
      const view = { ...(sort.ok ? sort.value : WHOLE_VIEW) };
      const first = await listCompletions(db, { view, place: { kind: 'first' } });
      const second = await listCompletions(db, { view, place: first.next ?? { kind: 'first' } });
      const third = await listCompletions(db, { view, place: second.next ?? { kind: 'first' } });
      const seen = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
      expect([first.previous, third.next]).toEqual([null, null]);
      expect(new Set(seen).size).toBe(first.totals.completions);

      const last = await listCompletions(db, { view, place: { kind: 'last' } });
      expect([last.next, last.rows.map(({ id }) => id)]).toEqual([null, seen.slice(-50)]);
      const back = await listCompletions(db, { view, place: third.previous ?? { kind: 'first' } });
      expect(back.rows).toEqual(second.rows);
      expect((await listCompletions(db, { view, place: back.previous ?? { kind: 'last' } })).rows).toEqual(
        first.rows
      );
      expect(
        (await listCompletions(db, { view, place: last.previous ?? { kind: 'last' } })).previous
      ).not.toBeNull();
    }
  );
});
