import { and, eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { LINT_EDITION } from '#lib/domain/question-bank/lint/lint-item.ts';
import { startDraft as startActivityDraft } from '#lib/server/activity/start-draft.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activities } from '#lib/server/db/schema/activity.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { itemOptions, items, itemVersions } from '#lib/server/db/schema/question-bank.ts';
import { references } from '#lib/server/db/schema/reference.ts';
import { changeCitedReference } from '#lib/server/question-bank/change-cited-reference.ts';
import { readLintContext } from '#lib/server/question-bank/lint-context.ts';
import { insertNextVersions } from '#lib/server/question-bank/bulk-copy-queries.ts';
import { listLintOverrides } from '#lib/server/question-bank/list-lint-overrides.ts';
import { overrideFinding } from '#lib/server/question-bank/override-finding.ts';
import { readItemEditor } from '#lib/server/question-bank/read-item-editor.ts';
import { readLint } from '#lib/server/question-bank/read-lint.ts';
import { relintItems } from '#lib/server/question-bank/relint-items.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { AT, makeEducator, sampleItem, startDraft } from '../../support/review-steps.ts';

async function lintOf(db: Executor, versionId: string) {
  const { lintErrors, lintWarnings, lintRules, lintEdition } = itemVersions;
  const [row] = await db
    .select({ lintErrors, lintWarnings, lintRules, lintEdition })
    .from(itemVersions)
    .where(eq(itemVersions.id, versionId));
  return row;
}

const changeOption = (db: Executor, versionId: string, change: { text?: string; rationale?: string }) =>
  db.update(itemOptions).set(change).where(eq(itemOptions.itemVersionId, versionId));

describeOnEachDatabase('the lint of stored items', (on) => {
  it('is made anew after the rules changed, and leaves what is up to date alone', async () => {
    const { db } = on.database;
    await db.update(itemVersions).set({ lintEdition: 0, lintErrors: 9, lintRules: [] });
    await db.update(items).set({ searchText: '' });
    expect(await relintItems(db)).toBe(30);
    expect(await relintItems(db)).toBe(0);
    const versions = await db.select().from(itemVersions);
    expect(versions.every(({ lintEdition }) => lintEdition === LINT_EDITION)).toBe(true);
    expect(versions.filter(({ lintErrors }) => lintErrors > 0).map(({ status }) => status)).toEqual(
      Array.from({ length: 5 }, () => 'draft')
    );
    const [found] = await db.select().from(items).where(eq(items.externalId, 'P05'));
    expect(found?.searchText).toContain('cancer-immune set point');
    expect(found?.searchText).toContain('chen2017');
  });

  it('finds the words of the newest version, not of the live one', async () => {
    const { db } = on.database;
    const { itemId, versionId } = await startDraft(db, 'P01');
    await changeOption(db, versionId, { rationale: 'Zebra words.' });
    await db.update(itemVersions).set({ lintEdition: 0 });
    await relintItems(db);
    const [found] = await db.select().from(items).where(eq(items.id, itemId));
    expect(found?.searchText).toContain('zebra');
  });

  it('counts errors and warnings, and names their rules', async () => {
    const { db } = on.database;
    const { versionId } = await startDraft(db, 'P04');
    await changeOption(db, versionId, { text: 'None of the above', rationale: '' });
    await relintItems(db);
    expect(await lintOf(db, versionId)).toMatchObject({ lintErrors: 0, lintEdition: LINT_EDITION });
    await db.update(itemVersions).set({ lintEdition: 0 }).where(eq(itemVersions.id, versionId));
    await relintItems(db);
    expect(await lintOf(db, versionId)).toMatchObject({ lintErrors: 11, lintRules: ['L02', 'L11', 'L13'] });
  });

  it('knows retracted references, and the keys of other items that the stem tells', async () => {
    const { db } = on.database;
    const itemId = await sampleItem(db, 'P03');
    expect((await readLintContext(db, { itemId })).otherKeys).toEqual(['Acquired resistance']);
    const { versionId } = await startDraft(db, 'P11');
    const [cited] = await db.select().from(references).where(eq(references.citationKey, 'catakovic2017'));
    const change = { referenceId: cited?.id ?? '', note: 'Said.', actorId: await makeEducator(db), now: AT };
    await changeCitedReference(db, { ...change, status: 'retracted' });
    const { open } = await readLint(db, versionId);
    expect(await lintOf(db, versionId)).toMatchObject({ lintErrors: 1 });
    expect(open).toMatchObject([{ rule: 'L15', place: 'citation:1' }]);
    await changeCitedReference(db, { ...change, status: 'current' });
    expect(await lintOf(db, versionId)).toMatchObject({ lintErrors: 0 });
  });

  it('looks at the order of options where a form of an activity leaves them as they are written', async () => {
    const { db } = on.database;
    const { itemId, versionId, authorId } = await startDraft(db, 'P08');
    for (const [optionId, text] of [
      ['a', 'Zeta potential'],
      ['b', 'Alpha decay'],
      ['c', 'Theta rhythm of sleep'],
      ['d', 'Beta']
    ] as const) {
      const isIt = and(eq(itemOptions.itemVersionId, versionId), eq(itemOptions.optionId, optionId));
      await db.update(itemOptions).set({ text }).where(isIt);
    }
    const rules = async () => (await readLint(db, versionId)).findings.map(({ rule }) => rule);
    expect(await rules()).not.toContain('R14');
    const [activity] = await db.select({ id: activities.id }).from(activities);
    await startActivityDraft(db, { activityId: activity?.id ?? '', actorId: authorId, now: AT });
    await db.execute(sql`update assessments a set shuffle_options = false from activity_versions v
      where v.id = a.activity_version_id and v.status = 'draft' and a.kind = 'practice'`);
    expect(await rules()).toContain('R14');
    await db.update(itemVersions).set({ lintEdition: 0 }).where(eq(itemVersions.id, versionId));
    await relintItems(db);
    expect((await lintOf(db, versionId))?.lintRules).toContain('R14');
    const { view } = await readItemEditor(db, versionId);
    expect(view.lintContext).toMatchObject({ shufflesOptions: false });
    expect(view.lintContext.otherKeys?.length).toBeGreaterThan(10);
    expect((await readLintContext(db, { itemId })).otherKeys?.length).toBeLessThan(5);
  });

  it('lets a warning that needs a reason pass with one, and keeps who gave it and when', async () => {
    const { db } = on.database;
    const { versionId } = await startDraft(db, 'P12');
    await db
      .update(itemVersions)
      .set({ stem: 'Pembrolizumab (Keytruda) is given. Which event is expected?' })
      .where(eq(itemVersions.id, versionId));
    expect((await readLint(db, versionId)).open).toMatchObject([{ rule: 'L16', needsReason: true }]);
    const actorId = await makeEducator(db, 'Vogel');
    const what = 'Keytruda is a trade name of pembrolizumab.';
    const input = { versionId, rule: 'L16', place: 'stem', what, actorId, now: AT };
    expect(await overrideFinding(db, { ...input, reason: '  ' })).toMatchObject({
      problem: { kind: 'invalid' }
    });
    expect(await overrideFinding(db, { ...input, reason: 'The boxes are mixed up on wards.' })).toMatchObject(
      {
        ok: true
      }
    );
    const { findings, open } = await readLint(db, versionId);
    expect(open).toEqual([]);
    expect(findings.find(({ rule }) => rule === 'L16')?.override).toMatchObject({
      reason: 'The boxes are mixed up on wards.',
      byName: 'Ana Vogel',
      at: AT
    });
    const again = await overrideFinding(db, { ...input, reason: 'It stands on the box.' });
    expect([again.ok, (await listLintOverrides(db, versionId)).map(({ reason }) => reason)]).toEqual([
      true,
      ['It stands on the box.']
    ]);
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, versionId));
    expect(events.map(({ action }) => action)).toContain('question-bank.override-finding');
  });

  it('asks for another reason where another name stands later, and takes reasons along to next versions', async () => {
    const { db } = on.database;
    const { versionId } = await startDraft(db, 'P07');
    const actorId = await makeEducator(db);
    const setStem = (stem: string) =>
      db.update(itemVersions).set({ stem }).where(eq(itemVersions.id, versionId));
    await setStem('Pembrolizumab (Keytruda) is given. Which event is expected?');
    const input = { versionId, rule: 'L16', place: 'stem', reason: 'Boxes are mixed up.', actorId, now: AT };
    const what = 'Keytruda is a trade name of pembrolizumab.';
    expect(await overrideFinding(db, { ...input, what })).toMatchObject({ ok: true });
    await setStem('Keytruda, then Opdivo is given. Which event is expected?');
    expect((await readLint(db, versionId)).open.map((finding) => finding.what)).toEqual([
      'Opdivo is a trade name of nivolumab.'
    ]);
    expect(await overrideFinding(db, { ...input, what: 'Yervoy is a trade name of ipilimumab.' })).toEqual({
      ok: false,
      problem: { kind: 'no-such-warning' }
    });
    const edit = { column: 'difficulty', value: 'hard' } as const;
    const [next] = await insertNextVersions(db, { versionIds: [versionId], edit, actorId, now: AT });
    expect(await listLintOverrides(db, next?.versionId ?? '')).toMatchObject([
      { rule: 'L16', place: 'stem', what, reason: 'Boxes are mixed up.', at: AT }
    ]);
  });

  it('never sets an error aside, nor a warning that is not there, nor one of a published version', async () => {
    const { db } = on.database;
    const { versionId, itemId } = await startDraft(db, 'P14');
    await changeOption(db, versionId, { text: 'All of the above' });
    const what = '“all” stands in it.';
    const input = { place: 'option:a', what, reason: 'Because.', actorId: await makeEducator(db), now: AT };
    const refused = { ok: false, problem: { kind: 'no-such-warning' } };
    expect(await overrideFinding(db, { ...input, versionId, rule: 'L02' })).toEqual(refused);
    expect(await overrideFinding(db, { ...input, versionId, rule: 'L04' })).toEqual(refused);
    const [live] = await db.select().from(itemVersions).where(eq(itemVersions.itemId, itemId));
    expect(await overrideFinding(db, { ...input, versionId: live?.id ?? '', rule: 'L04' })).toEqual({
      ok: false,
      problem: { kind: 'no-such-version' }
    });
    expect(
      await overrideFinding(db, { ...input, versionId: crypto.randomUUID(), rule: 'L04' })
    ).toMatchObject({ ok: false });
  });
});
