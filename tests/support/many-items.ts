import { sql } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';

/**
 * Fills the practice bank of the sample to more than `howMany` items, by SQL alone: copies of its items with stems and ids
 * of their own, every third of them live, with options, targets, citations, search words and a tag each.
 */
export async function insertManyItems(db: Executor, howMany: number): Promise<void> {
  const rounds = Math.ceil(howMany / 30);
  const id = (kind: string) => sql`md5(${kind}::text || n || old.id)::uuid`;
  const copies = sql`generate_series(1, ${rounds}::integer) n,
    (select v.* from item_versions v where v.version = 1 and v.stem not like '%(case %') old`;
  const bank = sql`(select id from question_banks order by code desc limit 1)`;
  const levels = sql`(array['easy', 'medium', 'hard'])[1 + n % 3]`;
  await db.transaction(async (tx) => {
    await tx.execute(sql`insert into items (id, bank_id, external_id, created_at, search_text)
      select ${id('item')}, ${bank}, 'M' || n || '-' || i.external_id || left(i.id::text, 4), now(), lower(i.search_text || ' case ' || n)
      from ${copies} join items i on i.id = old.item_id`);
    await tx.execute(sql`insert into item_versions (id, item_id, version, status, type, stem, "select", unit, key_point,
        objective_id, difficulty, lesson_section, usable_in_pretest, created_at, lint_edition, lint_warnings, lint_rules)
      select ${id('version')}, ${id('item')}, 1, 'draft', type, stem || ' (case ' || n || ')', "select", unit, key_point,
        objective_id, ${levels}, lesson_section, false, now(), 1, n % 2, case when n % 2 = 1 then '["L01"]' else '[]' end::jsonb
      from ${copies}`);
    await tx.execute(sql`insert into item_targets (item_version_id, target_id, position, text, rationale)
      select ${id('version')}, p.target_id, p.position, p.text, p.rationale
      from ${copies} join item_targets p on p.item_version_id = old.id`);
    await tx.execute(sql`insert into item_options
        (item_version_id, option_id, position, text, rationale, is_key, match_target_id, key_position, tolerance)
      select ${id('version')}, p.option_id, p.position, p.text, p.rationale, p.is_key, p.match_target_id, p.key_position, p.tolerance
      from ${copies} join item_options p on p.item_version_id = old.id`);
    await tx.execute(sql`insert into item_citations
        (item_version_id, position, reference_id, locator, supports, passage_kind, passage, verification, url)
      select ${id('version')}, p.position, p.reference_id, p.locator, p.supports, p.passage_kind, p.passage, p.verification, p.url
      from ${copies} join item_citations p on p.item_version_id = old.id`);
    await tx.execute(
      sql`insert into item_tags (item_id, tag) select ${id('item')}, 'tag ' || n % 7 from ${copies}`
    );
    const soundThird = sql`from item_versions v where v.stem like '%(case %' and v.status = 'draft'
      and hashtext(v.id::text) % 3 = 0 and not exists (select from item_citations c
        where c.item_version_id = v.id and c.verification = 'needs-expert-review')`;
    await tx.execute(sql`insert into item_approvals (id, item_version_id, revision, kind, approved_at)
      select gen_random_uuid(), v.id, v.revision, 'package', now() ${soundThird}`);
    await tx.execute(sql`update item_versions set status = 'live', published_at = now()
      where id in (select v.id ${soundThird})`);
  });
  await db.execute(sql`analyze`);
}
