import { createHash, randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';
import { shownId } from '#lib/domain/question-bank/shown-id.ts';
import { assessments } from '#lib/server/db/schema/activity.ts';
import { itemOptions, items, itemVersions } from '#lib/server/db/schema/question-bank.ts';

/** A question with one right option: what a browser would send, and what is stored then. */
export type Question = { position: number; options: { shown: string; authored: string; isKey: boolean }[] };

/** An open attempt with the cookie of the person whose it is. */
export type Sitting = { attemptId: string; cookie: string; questions: Question[] };

type Form = { assessmentId: string; places: { id: string; position: number; order: string[] }[] };

async function readForm(db: Executor): Promise<Form & { questions: Question[] }> {
  const [assessment] = await db.select().from(assessments).where(eq(assessments.kind, 'assessment')).limit(1);
  if (!assessment) throw new Error('The sample has no assessment.');
  const isOffered = and(
    eq(items.bankId, assessment.bankId),
    eq(itemVersions.status, 'live'),
    eq(itemVersions.type, 'single')
  );
  const versions = await db
    .select({ id: itemVersions.id })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(isOffered)
    .orderBy(asc(items.externalId));
  const ids = versions.map(({ id }) => id);
  const options = await db
    .select()
    .from(itemOptions)
    .where(inArray(itemOptions.itemVersionId, ids))
    .orderBy(asc(itemOptions.position));
  const optionsOf = (id: string) => options.filter(({ itemVersionId }) => itemVersionId === id);
  return {
    assessmentId: assessment.id,
    places: ids.map((id, index) => ({
      id,
      position: index + 1,
      order: optionsOf(id).map(({ optionId }) => optionId)
    })),
    questions: ids.map((id, index) => ({
      position: index + 1,
      options: optionsOf(id).map(({ optionId, isKey }, place) => ({
        shown: shownId(place),
        authored: optionId,
        isKey: isKey === true
      }))
    }))
  };
}

/** The id that `md5(text)::uuid` is in SQL. */
function uuidOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

async function insert(db: Executor, run: string, count: number, form: Form): Promise<void> {
  const id = (kind: string) => sql`md5(${`${kind} ${run} `}::text || n)::uuid`;
  const numbers = sql`generate_series(1, ${count}::integer) n`;
  const total = form.places.length;
  await db.execute(sql`insert into people (id, email, password_hash, created_at)
    select ${id('person')}, n || ${`-${run}@example.org`}::text, '', now() from ${numbers}`);
  await db.execute(sql`insert into profiles (person_id, given_name, family_name, profession, country, updated_at)
    select ${id('person')}, 'Ana', 'Müller', 'physician', 'DE', now() from ${numbers}`);
  await db.execute(sql`insert into person_roles (person_id, role, granted_at)
    select ${id('person')}, 'clinician', now() from ${numbers}`);
  await db.execute(sql`insert into sessions (id_hash, person_id, created_at, expires_at, absolute_expires_at)
    select sha256(convert_to(${`${run}-`}::text || n, 'UTF8')), ${id('person')}, now(), now() + interval '10 days',
      now() + interval '30 days' from ${numbers}`);
  await db.execute(sql`insert into attempts
      (id, assessment_id, person_id, ordinal, state, seed, started_at, items_total)
    select ${id('attempt')}, ${form.assessmentId}::uuid, ${id('person')}, 1, 'in-progress', 1, now(), ${total}::integer
    from ${numbers}`);
  await db.execute(sql`insert into attempt_items (attempt_id, position, item_version_id, option_order)
    select ${id('attempt')}, form.position, form.id, form."order" from ${numbers},
      jsonb_to_recordset(${JSON.stringify(form.places)}::text::jsonb) as form (id uuid, position integer, "order" jsonb)`);
}

/** Puts people with a session and an open assessment each on record, by SQL alone: each question has one right option. */
export async function makeSittings(db: Executor, count: number): Promise<Sitting[]> {
  const run = randomUUID();
  const { questions, ...form } = await readForm(db);
  await insert(db, run, count, form);
  return Array.from({ length: count }, (_, index) => ({
    attemptId: uuidOf(`attempt ${run} ${index + 1}`),
    cookie: `session=${run}-${index + 1}`,
    questions
  }));
}
