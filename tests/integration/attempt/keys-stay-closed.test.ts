import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { finishAttempt } from '#lib/server/attempt/finish-attempt.ts';
import { loadCheck } from '#lib/server/attempt/load-check.ts';
import { loadResult } from '#lib/server/attempt/load-result.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { itemOptions, itemVersions } from '#lib/server/db/schema/question-bank.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON } from '../../support/learner.ts';
import { begin, beginPretest, places, question, start, submit, type Sitting } from '../../support/sitting.ts';

const finish = (db: Executor, sitting: Sitting) => finishAttempt(db, { ...sitting, now: NOON });

/** Key points, rationales and authored ids of an item version: what must not be in what the pages are given. */
async function secretsOf(db: Executor, versionId: string): Promise<string[]> {
  const [version] = await db
    .select({ keyPoint: itemVersions.keyPoint })
    .from(itemVersions)
    .where(eq(itemVersions.id, versionId));
  const rationales = await db
    .select({ rationale: itemOptions.rationale })
    .from(itemOptions)
    .where(eq(itemOptions.itemVersionId, versionId));
  return [version?.keyPoint ?? '', ...rationales.map(({ rationale }) => rationale)];
}

describeOnEachDatabase('keys and rationales', (on) => {
  it('are in nothing that the pages of an open assessment are given', async () => {
    const { db } = on.database;
    const sitting = await begin(db, 'assessment');
    for (const { position, itemVersionId } of await places(db, sitting)) {
      await submit(db, sitting, { position });
      const given = JSON.stringify([
        await question(db, sitting, position),
        await loadCheck(db, sitting),
        await loadResult(db, sitting)
      ]);
      for (const secret of await secretsOf(db, itemVersionId)) expect(given).not.toContain(secret);
      expect(given).not.toMatch(/"(correct|rationale|keyPoint|key|score)"/);
    }
  });

  it('come with the result, and are kept back while a further attempt is open', async () => {
    const { db } = on.database;
    const first = await begin(db, 'assessment');
    await finish(db, first);
    const result = await loadResult(db, first);
    if (result?.kind !== 'scored') throw new Error('The assessment has no result.');
    expect(result.items.every(({ feedback }) => feedback !== null)).toBe(true);
    expect((await question(db, first, 1)).feedback?.verdict).toMatch(/^Not answered/);

    const second = await start(db, first.personId, { kind: 'assessment' });
    const shared = (await places(db, second)).map(({ itemVersionId }) => itemVersionId);
    const kept = await loadResult(db, first);
    if (kept?.kind !== 'scored') throw new Error('The assessment has no result.');
    expect(kept.feedbackWithheld).toBe(true);
    for (const { position, itemVersionId } of await places(db, first)) {
      const feedback = kept.items.find((item) => item.position === position)?.feedback;
      expect(feedback === null).toBe(shared.includes(itemVersionId));
    }
    await finish(db, second);
    const again = await loadResult(db, first);
    expect(again).toMatchObject({ kind: 'scored', feedbackWithheld: false });
  });

  it('are never shown of a pre-test, nor is a score', async () => {
    const { db } = on.database;
    const pretest = await beginPretest(db);
    await submit(db, pretest, { position: 1 });
    await finish(db, pretest);
    const result = await loadResult(db, pretest);
    expect(result?.kind).toBe('saved');
    expect(JSON.stringify(result)).not.toMatch(/correct|passed/);
    expect((await question(db, pretest, 1)).feedback).toBeNull();
  });
});

/** Publishes a second version of an item with another stem and another key. */
async function publishNextVersion(db: Executor, versionId: string): Promise<void> {
  const next = crypto.randomUUID();
  const at = NOON.toISOString();
  await db.execute(sql`insert into item_versions
    (id, item_id, version, status, type, stem, "select", key_point, objective_id, difficulty, lesson_section, usable_in_pretest, created_at)
    select ${next}, item_id, version + 1, 'draft', type, 'A new stem', "select", key_point, objective_id, difficulty,
      lesson_section, usable_in_pretest, ${at} from item_versions where id = ${versionId}`);
  await db.execute(sql`insert into item_options (item_version_id, option_id, position, text, rationale, is_key)
    select ${next}, option_id, position, 'New ' || text, rationale, row_number() over (order by is_key, option_id) = 1
    from item_options where item_version_id = ${versionId}`);
  await db.execute(sql`insert into item_citations
    select ${next}, position, reference_id, locator, supports, passage_kind, passage, verification, url
    from item_citations where item_version_id = ${versionId}`);
  await db.execute(
    sql`update item_versions set status = 'retired', retired_at = ${at} where id = ${versionId}`
  );
  await db.execute(sql`insert into item_approvals (id, item_version_id, revision, kind, approved_at)
    select gen_random_uuid(), id, revision, 'package', ${at} from item_versions where id = ${next}`);
  await db.execute(sql`update item_versions set status = 'live', published_at = ${at} where id = ${next}`);
}

describeOnEachDatabase('an item that is published anew', (on) => {
  it('stays in an open attempt as it was drawn, and is scored by the key of that version', async () => {
    const { db } = on.database;
    const sitting = await begin(db, 'assessment');
    const views = [];
    for (let position = 1; position <= 10; position += 1) views.push(await question(db, sitting, position));
    const single = views.find(({ item }) => item.type === 'single');
    if (!single) throw new Error('The form has no single choice.');
    await publishNextVersion(db, single.item.versionId);
    expect((await question(db, sitting, single.position)).item).toEqual(single.item);
    await submit(db, sitting, { position: single.position });
    expect(await finish(db, sitting)).toMatchObject({ ok: true, value: { itemsCorrect: 1 } });

    const next = await start(db, sitting.personId, { kind: 'assessment' });
    const versions = (await places(db, next)).map(({ itemVersionId }) => itemVersionId);
    expect(versions).not.toContain(single.item.versionId);
  });
});
