import { randomUUID } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';

const at = new Date('2026-12-01T08:00:00Z').toISOString();

/** What a whole, unpublished version of a single-choice item holds; a test leaves one part out. */
type Draft = { objective?: boolean; citation?: boolean; passage?: string; rationale?: string; keys?: number };

async function insertDraft(db: Executor, draft: Draft = {}): Promise<string> {
  const {
    objective = true,
    citation = true,
    passage = 'No response at any point.',
    rationale = 'Why.',
    keys = 1
  } = draft;
  const [bank, item, version, aim, reference] = Array.from({ length: 5 }, () => randomUUID());
  await db.execute(sql`insert into question_banks (id, code, title) values (${bank}, ${bank}, 'Bank')`);
  await db.execute(sql`insert into objectives (id, code) values (${aim}, 'LO1')`);
  await db.execute(
    sql`insert into "references" (id, citation_key, csl, updated_at) values (${reference}, ${reference}, '{}', ${at})`
  );
  await db.execute(
    sql`insert into items (id, bank_id, external_id, created_at) values (${item}, ${bank}, 'P01', ${at})`
  );
  await db.execute(sql`insert into item_versions
    (id, item_id, version, status, type, stem, "select", key_point, objective_id, difficulty, created_at)
    values (${version}, ${item}, 1, 'draft', 'single', 'Which?', 1, 'Point.', ${objective ? aim : null}, 'easy', ${at})`);
  for (const [index, option] of ['a', 'b', 'c'].entries()) {
    await db.execute(sql`insert into item_options (item_version_id, option_id, position, text, rationale, is_key)
      values (${version}, ${option}, ${index}, ${option}, ${option === 'b' ? rationale : 'Why.'}, ${index < keys})`);
  }
  if (citation) {
    await db.execute(sql`insert into item_citations
      (item_version_id, position, reference_id, supports, passage_kind, passage, verification)
      values (${version}, 1, ${reference}, 'the key', 'paraphrase', ${passage}, 'verified')`);
  }
  await db.execute(sql`insert into item_approvals (id, item_version_id, revision, kind, approved_at)
    values (${randomUUID()}, ${version}, 1, 'package', ${at})`);
  return String(version);
}

const publish = (db: Executor, version: string) =>
  db.execute(sql`update item_versions set status = 'live', published_at = ${at} where id = ${version}`);

/** The database's own words when it refuses a statement; fails the test when it does not refuse. */
async function refusal(statement: PromiseLike<unknown>): Promise<string> {
  try {
    await statement;
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  }
  throw new Error('The database took the statement.');
}

describeOnEachDatabase(
  'an item version in the database',
  (on) => {
    const run = (statement: SQL) => on.database.db.execute(statement);

    it('is published when objective, rationales, key and a cited passage are there', async () => {
      const version = await insertDraft(on.database.db);
      await expect(publish(on.database.db, version)).resolves.toBeDefined();
    });

    it.each<[string, Draft, string]>([
      ['an objective', { objective: false }, 'no objective'],
      ['a citation', { citation: false }, 'no citation'],
      ['the passage of its citation', { passage: ' ' }, 'a citation without its passage'],
      ['a rationale for every option', { rationale: '' }, 'an option without rationale'],
      ['a key', { keys: 0 }, 'a number of keys other than asked for'],
      ['one key only', { keys: 2 }, 'a number of keys other than asked for']
    ])('is not published without %s, whoever asks', async (_part, draft, reason) => {
      const version = await insertDraft(on.database.db, draft);
      expect(await refusal(publish(on.database.db, version))).toContain(reason);
    });

    it('cannot start its life published', async () => {
      const version = await insertDraft(on.database.db);
      const copy = sql`insert into item_versions
        (id, item_id, version, status, type, stem, "select", key_point, objective_id, difficulty, created_at, published_at)
        select ${randomUUID()}, item_id, 2, 'live', type, stem, "select", key_point, objective_id, difficulty, created_at, ${at}
        from item_versions where id = ${version}`;
      expect(await refusal(run(copy))).toContain('no citation');
    });

    it('keeps stem, options, rationales and citations once it was published', async () => {
      const version = await insertDraft(on.database.db);
      await publish(on.database.db, version);
      const changes = [
        sql`update item_versions set stem = 'Other?' where id = ${version}`,
        sql`update item_versions set status = 'draft' where id = ${version}`,
        sql`delete from item_versions where id = ${version}`,
        sql`update item_options set is_key = not is_key where item_version_id = ${version}`,
        sql`update item_options set rationale = 'Other.' where item_version_id = ${version}`,
        sql`delete from item_options where item_version_id = ${version}`,
        sql`insert into item_options (item_version_id, option_id, position, text, rationale, is_key)
          values (${version}, 'd', 4, 'd', 'Why.', false)`,
        sql`update item_citations set passage = 'Other.' where item_version_id = ${version}`,
        sql`delete from item_citations where item_version_id = ${version}`
      ];
      for (const change of changes) expect(await refusal(run(change))).toContain('was published');
    });

    it('can be retired, and stays retired', async () => {
      const version = await insertDraft(on.database.db);
      await publish(on.database.db, version);
      await run(sql`update item_versions set status = 'retired', retired_at = ${at} where id = ${version}`);
      expect(await refusal(publish(on.database.db, version))).toContain('was published');
    });

    it('may still be edited while it is a draft', async () => {
      const version = await insertDraft(on.database.db);
      await run(sql`update item_options set rationale = 'Better.' where item_version_id = ${version}`);
      await run(sql`update item_versions set stem = 'Better?' where id = ${version}`);
    });

    it('has one live version of an item at a time', async () => {
      const version = await insertDraft(on.database.db);
      await publish(on.database.db, version);
      const second = sql`update item_versions set item_id = (select item_id from item_versions where id = ${version}), version = 2
        where id = ${await insertDraft(on.database.db)} returning id`;
      const rows = await on.database.db.execute(second);
      const [row] = Array.isArray(rows) ? rows : Reflect.get(Object(rows), 'rows');
      expect(await refusal(publish(on.database.db, String(Reflect.get(Object(row), 'id'))))).toContain(
        'item_versions_one_live'
      );
    });
  },
  'empty'
);
