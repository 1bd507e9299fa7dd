import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ALL_COMPLETIONS } from '#lib/domain/report/completion-filter.ts';
import { readCompletionView, WHOLE_VIEW } from '#lib/domain/report/completion-view.ts';
import { claimCredit } from '#lib/server/certificate/claim-credit.ts';
import { correctCertificate } from '#lib/server/certificate/correct-certificate.ts';
import { revokeCertificate } from '#lib/server/certificate/revoke-certificate.ts';
import { completions } from '#lib/server/db/schema/credit.ts';
import { auditEvents, profiles } from '#lib/server/db/schema/identity.ts';
import { changeView, type ViewChange } from '#lib/server/report/change-view.ts';
import { deleteView } from '#lib/server/report/delete-view.ts';
import { listCompletions } from '#lib/server/report/list-completions.ts';
import { listNamedIds } from '#lib/server/report/matching-queries.ts';
import { listCompletionRows, selectOptionalKey } from '#lib/server/report/queries.ts';
import { readPersonCompletions } from '#lib/server/report/read-person-completions.ts';
import { readSavedViews } from '#lib/server/report/read-saved-views.ts';
import { saveView } from '#lib/server/report/save-view.ts';
import { showNames } from '#lib/server/report/show-names.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { evaluate, makePassedLearner, NOON } from '../../support/learner.ts';
import { insertManyCompletions } from '../../support/many-completions.ts';
import { makePerson } from '../../support/people.ts';
import { readCompletions } from '../../support/read-completions.ts';

const LATER = { now: new Date('2027-02-10T09:00:00Z') };

describeOnEachDatabase('finding completions', (on) => {
  const count = async (query: string) => (await readCompletions(on.database.db, query)).totals.completions;

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
    expect(await readCompletions(db, 'name=misspelt')).toMatchObject({
      totals: { completions: 1, quarterCredits: 2 },
      rows: [{ name: 'Ana Misspelt, MD', revokedOn: null }]
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
    expect((await readCompletions(db, 'name=wells')).totals).toEqual({
      isAll: true,
      completions: 1,
      quarterCredits: 1
    });
    expect(await count('name=misspelt')).toBe(0);

    await revokeCertificate(db, { ...corrected.value, reason: 'Issued in error.', ...by });
    const revoked = await readCompletions(db, 'name=wells');
    expect(revoked.totals).toEqual({ isAll: true, completions: 1, quarterCredits: 0 });
    expect(revoked.rows).toMatchObject([{ revokedOn: '2027-02-10' }]);
    expect(await readPersonCompletions(db, learner.personId)).toMatchObject([
      {
        itemsCorrect: 9,
        itemsCounted: 10,
        quarterCredits: 1,
        revokedOn: '2027-02-10',
        certificateId: corrected.value.certificateId
      }
    ]);
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
      const first = await readCompletions(db, query);
      const second = await readCompletions(db, query, first.next);
      const third = await readCompletions(db, query, second.next);
      const seen = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
      expect([first.previous, third.next]).toEqual([null, null]);
      expect(new Set(seen).size).toBe(first.totals.completions);

      // The way of reports with many rows, which such a small one does not take by itself.
      const view = readCompletionView(new URLSearchParams(query));
      const { filter, sort } = view.ok ? view.value : WHOLE_VIEW;
      const ids = await listNamedIds(db, filter);
      const beyond = await selectOptionalKey(db, seen[49] ?? '');
      const byIndex = await listCompletionRows(db, { filter, ids, sort, beyond, limit: 50, only: null });
      expect(byIndex.map(({ completion_id }) => completion_id)).toEqual(seen.slice(50, 100));

      const last = await readCompletions(db, query, { kind: 'last' });
      expect([last.next, last.rows.map(({ id }) => id)]).toEqual([null, seen.slice(-50)]);
      const back = await readCompletions(db, query, third.previous);
      expect(back.rows).toEqual(second.rows);
      expect((await readCompletions(db, query, back.previous)).rows).toEqual(first.rows);
      expect((await readCompletions(db, query, last.previous)).previous).not.toBeNull();
    }
  );

  it('hides who somebody is until it is asked for, which is on record without names', async () => {
    const { db } = on.database;
    const admin = await makePerson(db, { roles: ['admin'] });
    const view = readCompletionView(new URLSearchParams('name=wells&column=email&column=npi&column=country'));
    if (!view.ok) throw new Error(JSON.stringify(view.problem));
    const page = {
      view: view.value,
      place: { kind: 'first' },
      savedViewId: null,
      isCompact: false,
      isCountExact: false
    } as const;
    const hidden = await listCompletions(db, { ...page, isShown: false });
    const said = JSON.stringify(hidden);
    expect(hidden.ok && hidden.value.rows).toMatchObject([
      {
        name: null,
        cells: [
          { column: 'email', text: null },
          { column: 'country', text: 'Sweden' },
          { column: 'npi', text: null }
        ]
      }
    ]);
    for (const word of ['Wells', 'Ana', '@']) expect(said).not.toContain(word);

    const shown = await showNames(db, { page, actorId: admin.id, ...LATER });
    expect(shown).toMatchObject({ ok: true, value: { rows: [{ name: 'Ana Wells, MD' }] } });
    const rows = await db
      .select({ actorId: auditEvents.actorId, detail: auditEvents.detail })
      .from(auditEvents)
      .where(eq(auditEvents.action, 'report.show-names'));
    const query = 'column=email&column=country&column=npi';
    expect(rows).toEqual([{ actorId: admin.id, detail: { query, searchedName: true } }]);
  });

  it('keeps views under names, one of each for a person, and lets others see only what is shared', async () => {
    const { db } = on.database;
    const [ada, ben] = [
      await makePerson(db, { roles: ['admin'] }),
      await makePerson(db, { roles: ['admin'] })
    ];
    const nurses = { ...WHOLE_VIEW, filter: { ...ALL_COMPLETIONS, profession: ['nurse'] } };
    const by = { actorId: ada.id, ...LATER };
    const saved = await saveView(db, { view: nurses, name: 'Nurses', isShared: false, ...by });
    if (!saved.ok) throw new Error(saved.problem);
    const id = saved.value;
    const taken = { ok: false, problem: 'name-taken' };
    expect(await saveView(db, { view: nurses, name: 'Nurses', isShared: true, ...by })).toEqual(taken);
    expect(
      (await saveView(db, { view: WHOLE_VIEW, name: 'Nurses', isShared: false, ...by, actorId: ben.id })).ok
    ).toBe(true);
    expect(await readSavedViews(db, ada.id)).toEqual([
      { id, name: 'Nurses', query: 'profession=nurse', isShared: false, isOwn: true, ownerName: '' }
    ]);
    const change = (made: ViewChange, actorId = ada.id) =>
      changeView(db, { id, change: made, actorId, ...LATER });
    expect(await change({ kind: 'share', isShared: true }, ben.id)).toEqual({
      ok: false,
      problem: 'unknown'
    });
    expect((await change({ kind: 'share', isShared: true })).ok).toBe(true);
    expect((await change({ kind: 'rename', name: 'All nurses' })).ok).toBe(true);
    expect((await saveView(db, { view: nurses, name: 'Nurses', isShared: false, ...by })).ok).toBe(true);
    expect(await change({ kind: 'rename', name: 'Nurses' })).toEqual(taken);
    expect((await change({ kind: 'replace', view: WHOLE_VIEW })).ok).toBe(true);
    const ofBen = await readSavedViews(db, ben.id);
    expect(ofBen.map(({ name, isOwn, query, ownerName }) => [name, isOwn, query, ownerName])).toEqual([
      ['Nurses', true, '', ''],
      ['All nurses', false, '', 'Ana Müller']
    ]);
    expect(await deleteView(db, { id, actorId: ben.id, ...LATER })).toBe(false);
    expect(await deleteView(db, { id, ...by })).toBe(true);
    expect(await readSavedViews(db, ben.id)).toHaveLength(1);
    const audited = await db
      .select({ action: auditEvents.action })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(auditEvents.id);
    expect(audited.map(({ action }) => action)).toEqual(
      ['save', 'share', 'rename', 'replace', 'delete'].map((verb) => `report.${verb}-view`)
    );
  });
});
