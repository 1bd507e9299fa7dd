import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';

/** How often the live version of an item was answered, and how often rightly. */
export type Answered = { item: string; responses: number; right: number };

/** Puts attempts with one response each on record, by SQL alone; items by the id that their package gives them. */
export async function insertResponses(db: Executor, answered: Answered[]): Promise<void> {
  for (const { item, responses, right } of answered) {
    const run = randomUUID();
    const id = (kind: string) => sql`md5(${`${kind} ${run} `}::text || n)::uuid`;
    const numbers = sql`generate_series(1, ${responses}::integer) n`;
    await db.execute(sql`insert into people (id, email, password_hash, created_at)
      select ${id('person')}, n || ${`-${run}@example.org`}, '', now() from ${numbers}`);
    await db.execute(sql`insert into attempts
        (id, assessment_id, person_id, ordinal, state, seed, answered, started_at, items_total)
      select ${id('attempt')}, (select id from assessments where kind = 'practice' limit 1), ${id('person')}, 1,
        'in-progress', 1, 1, now(), 1 from ${numbers}`);
    await db.execute(sql`insert into attempt_items (attempt_id, position, item_version_id, option_order)
      select ${id('attempt')}, 1, v.id, '[]' from ${numbers}, item_versions v join items i on i.id = v.item_id
      where i.external_id = ${item} and v.status = 'live'`);
    await db.execute(sql`insert into responses
        (attempt_id, position, response, correct, sequence, idempotency_key, answered_at)
      select ${id('attempt')}, 1, '{}', n <= ${right}::integer, 1, gen_random_uuid(), now() from ${numbers}`);
  }
}
