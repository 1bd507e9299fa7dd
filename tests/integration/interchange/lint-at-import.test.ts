import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LINT_EDITION } from '#lib/domain/question-bank/lint/lint-item.ts';
import { activityVersions } from '#lib/server/db/schema/activity.ts';
import { itemVersions } from '#lib/server/db/schema/question-bank.ts';
import { references } from '#lib/server/db/schema/reference.ts';
import { importActivity } from '#lib/server/interchange/import-activity.ts';
import { listLintOverrides } from '#lib/server/question-bank/list-lint-overrides.ts';
import { readLint } from '#lib/server/question-bank/read-lint.ts';
import { copySample, type ActivityPackage } from '../../support/activity-package.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';

const now = new Date('2026-12-02T08:00:00Z');

describeOnEachDatabase('the lint at import', (on) => {
  let sample: ActivityPackage;
  beforeEach(() => {
    sample = copySample();
    sample.replace('activity.json', '"version": "0.1.0"', '"version": "0.2.0"');
  });
  afterEach(() => sample.remove());

  const importNow = () => importActivity(on.database.db, { directory: sample.directory, now, actorId: null });

  it('is recorded with what was written, so that the first start has nothing to make good', async () => {
    const { lintEdition, lintErrors } = itemVersions;
    const rows = await on.database.db
      .select({ lintEdition, lintErrors, status: itemVersions.status })
      .from(itemVersions);
    expect(rows.every((row) => row.lintEdition === LINT_EDITION)).toBe(true);
    expect(rows.filter((row) => row.lintErrors > 0)).toHaveLength(5);
    expect(rows.filter((row) => row.lintErrors > 0 && row.status === 'live')).toEqual([]);
  });

  it('refuses a reviewed item with an error, by item, rule, why and how to mend it, and writes nothing', async () => {
    const { db } = on.database;
    const before = await db.$count(itemVersions);
    sample.replace('items.json', '"text": "T-cell exhaustion"', '"text": "None of the above"');
    const imported = await importNow();
    expect(imported).toMatchObject({
      ok: false,
      problem: [
        {
          file: 'items.json',
          where: 'item P01, Option D',
          why: expect.stringContaining('L02: “None of the above” refers to other options.'),
          mend: expect.stringContaining('Write an option that stands by itself')
        }
      ]
    });
    expect([await db.$count(itemVersions), await db.$count(activityVersions)]).toEqual([before, 1]);
  });

  it('refuses reviewed items that lean on a reference which the library knows as retracted', async () => {
    const { db } = on.database;
    await db.update(references).set({ status: 'retracted' }).where(eq(references.citationKey, 'bindea2013'));
    const imported = await importNow();
    await db.update(references).set({ status: 'current' });
    expect(imported).toMatchObject({
      ok: false,
      problem: expect.arrayContaining([
        expect.objectContaining({ where: 'item P04', why: expect.stringContaining('retracted') })
      ])
    });
  });

  it('takes a draft with errors, and counts them', async () => {
    const { db } = on.database;
    sample.replace('items.json', '"text": "Crossover trial"', '"text": "All of the above"');
    expect(await importNow()).toMatchObject({ ok: true });
    const [flawed] = await db.select().from(itemVersions).where(eq(itemVersions.lintErrors, 3));
    expect(flawed).toMatchObject({ status: 'draft', lintRules: ['L02', 'L15'] });
  });

  it('refuses a reviewed item with a warning that needs a reason, until the package gives one', async () => {
    const { db } = on.database;
    sample.replace('activity.json', '"version": "0.2.0"', '"version": "0.3.0"');
    const stem = 'Which of these is **NOT** an immune checkpoint?';
    const flawed: { id: string; stem: string }[] = JSON.parse(sample.read('items.json'));
    const write = (change: object) =>
      sample.write(
        'items.json',
        JSON.stringify(flawed.map((item) => (item.id === 'P02' ? { ...item, stem, ...change } : item)))
      );
    write({});
    const what = 'The lead-in asks in the negative, “NOT”: “Which of these is NOT an immune checkpoint?”';
    const given = { rule: 'L03', place: 'stem', what };
    expect(await importNow()).toMatchObject({
      ok: false,
      problem: [
        {
          where: 'item P02, Stem',
          why: expect.stringContaining(`L03: ${what}`),
          mend: expect.stringContaining(JSON.stringify([{ ...given, reason: '…' }]))
        }
      ]
    });
    write({ setAside: [{ ...given, what: 'Something else.', reason: 'Because.' }] });
    expect(await importNow()).toMatchObject({ ok: false });
    write({ setAside: [{ ...given, reason: 'The exception is what matters on wards.' }] });
    expect(await importNow()).toMatchObject({ ok: true });
    const [live] = await db
      .select()
      .from(itemVersions)
      .where(and(eq(itemVersions.stem, stem), eq(itemVersions.status, 'live')));
    expect(await listLintOverrides(db, live?.id ?? '')).toEqual([
      { ...given, reason: 'The exception is what matters on wards.', byName: null, at: now }
    ]);
    expect((await readLint(db, live?.id ?? '')).open).toEqual([]);
  });
});
