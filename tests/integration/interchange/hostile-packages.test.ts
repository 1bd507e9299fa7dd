import fc from 'fast-check';
import { expect, it } from 'vitest';
import { activityVersions } from '#lib/server/db/schema/activity.ts';
import { itemVersions } from '#lib/server/db/schema/question-bank.ts';
import { importActivity } from '#lib/server/interchange/import-activity.ts';
import { copySample } from '../../support/activity-package.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';

const FILES = ['activity.json', 'items.json', 'references.json', 'evaluation.json'];

/** What may stand in place of any value: wrong types, empty and huge values, characters that PostgreSQL cannot store. */
const oddValue = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '__proto__',
    '9999-99-99',
    '0000-01-01',
    -1,
    1e300,
    2 ** 31,
    [],
    {},
    null
  )
);

/** Puts a value into a random place of a tree of JSON: the numbers choose the way down. */
function put(tree: unknown, way: number[], value: unknown): unknown {
  const [step = 0, ...rest] = way;
  if (tree === null || typeof tree !== 'object') return value;
  const keys = Object.keys(tree);
  if (keys.length === 0 || way.length === 0) return value;
  const key = keys[step % keys.length] ?? '';
  const entries = Object.entries(tree).map(([name, old]) => [
    name,
    name === key ? put(old, rest, value) : old
  ]);
  return Array.isArray(tree) ? entries.map(([, old]) => old) : Object.fromEntries(entries);
}

const change = fc.record({
  file: fc.constantFrom(...FILES),
  way: fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }),
  value: oddValue
});

describeOnEachDatabase('a package with any value anywhere', (on) => {
  it('is imported whole, or refused with problems that name a file, and nothing is written', async () => {
    const sample = copySample();
    const { db } = on.database;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const originals = new Map(FILES.map((file) => [file, sample.read(file)]));
        sample.replace(
          'activity.json',
          '"version": "0.1.0"',
          `"version": "1.0.${await db.$count(activityVersions)}"`
        );
        for (const { file, way, value } of changes) {
          sample.write(file, JSON.stringify(put(JSON.parse(sample.read(file)), way, value)));
        }
        const count = async () => [await db.$count(activityVersions), await db.$count(itemVersions)];
        const before = await count();
        const now = new Date('2026-12-02T08:00:00Z');
        const imported = await importActivity(db, { directory: sample.directory, now, actorId: null });
        for (const [file, text] of originals) sample.write(file, text);
        if (imported.ok) return;
        expect(imported.problem.length).toBeGreaterThan(0);
        for (const problem of imported.problem)
          expect(Object.values(problem).every((words) => words !== '')).toBe(true);
        expect(await count()).toEqual(before);
      }),
      { numRuns: 30 }
    );
    sample.remove();
  }, 120_000);
});
