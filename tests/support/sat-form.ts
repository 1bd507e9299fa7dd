import { sql } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';

type Sat = {
  /** External ids of the items, in the order of the form. */
  items: string[];
  /** What each person chose, a letter an item: `A` is the key, `B` and `C` are the first and second distractor, `-` is none. */
  people: string[];
  kind?: 'assessment' | 'pre-test';
  /** Which of their attempts it was. */
  ordinal?: number;
  state?: 'submitted' | 'in-progress';
};

/** The option that a letter means: the key first, then the distractors in their order. */
const optionAt = (place: unknown) => sql`(select o.option_id from item_options o
  where o.item_version_id = v.id order by o.is_key desc, o.position offset ${place} limit 1)`;

/** Puts attempts at the sample's form of this kind on record, by SQL alone; each response took ten seconds more than the last. */
export async function satForm(db: Executor, sat: Sat): Promise<void> {
  const { items, people, kind = 'assessment', ordinal = 1, state = 'submitted' } = sat;
  const run = `${kind} ${ordinal} ${people.join()}`;
  const id = (what: string) => sql`md5(${`${what} ${run} `}::text || n)::uuid`;
  const given = sql`unnest(${sql.param(people)}::text[]) with ordinality g(chosen, n)`;
  const asked = sql`unnest(${sql.param(items)}::text[]) with ordinality i(name, place)`;
  const version = sql`join items t on t.external_id = i.name
    join item_versions v on v.item_id = t.id and v.status = 'live'`;
  await db.transaction(async (tx) => {
    await tx.execute(sql`insert into people (id, email, password_hash, created_at)
      select ${id('person')}, md5(${run} || n) || '@example.org', '', now() from ${given}`);
    await tx.execute(sql`insert into attempts
        (id, assessment_id, person_id, ordinal, state, seed, answered, started_at, items_total)
      select ${id('attempt')}, (select id from assessments where kind = ${kind} limit 1), ${id('person')},
        ${ordinal}::integer, 'in-progress', 1, 0, '2026-12-02T08:00:00Z', ${items.length}::integer from ${given}`);
    await tx.execute(sql`insert into attempt_items (attempt_id, position, item_version_id, option_order)
      select ${id('attempt')}, i.place, v.id, '[]' from ${given}, ${asked} ${version}`);
    await tx.execute(sql`insert into responses
        (attempt_id, position, response, correct, sequence, idempotency_key, answered_at)
      select ${id('attempt')}, i.place, jsonb_build_object('type', 'single', 'option', ${optionAt(sql`ascii(substr(chosen, i.place::integer, 1)) - 65`)}),
        substr(chosen, i.place::integer, 1) = 'A', 1, gen_random_uuid(),
        timestamptz '2026-12-02T08:00:00Z' + i.place * (i.place + 1) / 2 * interval '10 seconds'
      from ${given}, ${asked} ${version} where substr(chosen, i.place::integer, 1) <> '-'`);
    if (state === 'in-progress') return;
    await tx.execute(sql`update attempts a set state = 'submitted', submitted_at = '2026-12-02T09:00:00Z',
        answered = (select count(*) from responses r where r.attempt_id = a.id),
        items_correct = (select count(*) from responses r where r.attempt_id = a.id and r.correct)
      where a.id in (select ${id('attempt')} from ${given})`);
  });
}
