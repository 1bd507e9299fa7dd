import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { findAuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { publishActivity } from '#lib/server/activity/publish-activity.ts';
import { readBlueprints } from '#lib/server/activity/read-blueprints.ts';
import { readDisclosures } from '#lib/server/activity/read-disclosures.ts';
import { readObjectives } from '#lib/server/activity/read-objectives.ts';
import { saveBlueprint } from '#lib/server/activity/save-blueprint.ts';
import { saveDisclosure } from '#lib/server/activity/save-disclosure.ts';
import { startDraft } from '#lib/server/activity/start-draft.ts';
import { submitResponse } from '#lib/server/attempt/submit-response.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activities } from '#lib/server/db/schema/activity.ts';
import { questionBanks } from '#lib/server/db/schema/question-bank.ts';
import { approveItem } from '#lib/server/question-bank/approve-item.ts';
import { createItem } from '#lib/server/question-bank/create-item.ts';
import { publishItem } from '#lib/server/question-bank/publish-item.ts';
import { readItemDraft } from '#lib/server/question-bank/read-item-draft.ts';
import { saveItemDraft } from '#lib/server/question-bank/save-item-draft.ts';
import { startNextVersion } from '#lib/server/question-bank/start-next-version.ts';
import { submitForReview } from '#lib/server/question-bank/submit-for-review.ts';
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import type { ItemType } from '#lib/domain/question-bank/keyed-item.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON } from '../../support/learner.ts';
import { makePerson } from '../../support/people.ts';
import { answerFields, begin, places, question } from '../../support/sitting.ts';
import { wholeDraft } from '../../support/whole-draft.ts';

const now = new Date('2026-12-05T09:00:00Z');
const SLUG = 'resistance-to-immunotherapy';
const TYPES: ItemType[] = [
  'single',
  'multiple',
  'true-false',
  'matching',
  'ordering',
  'numeric',
  'short-text'
];

/** Fails with the reason where a step was refused. */
function done<Value>(result: { ok: true; value: Value } | { ok: false; problem: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

type People = { authorId: string; reviewerId: string };

async function publishVersion(
  db: Executor,
  versionId: string,
  { authorId, reviewerId }: People
): Promise<void> {
  done(await submitForReview(db, { versionId, actorId: authorId, now }));
  const revision = (await readItemDraft(db, versionId))?.revision ?? 0;
  const own = await approveItem(db, { versionId, revision, actorId: authorId, note: '', now });
  expect(own.ok, 'an author approves').toBe(false);
  done(await approveItem(db, { versionId, revision, actorId: reviewerId, note: '', now }));
  done(await publishItem(db, { versionId, actorId: authorId, now }));
}

/** Writes an item of each type into the practice bank, under one objective, and publishes it. */
async function writeItems(db: Executor, people: People, objectiveId: string): Promise<Map<ItemType, string>> {
  const [bank] = await db
    .select({ id: questionBanks.id })
    .from(questionBanks)
    .where(eq(questionBanks.code, `${SLUG}/practice`));
  const written = new Map<ItemType, string>();
  for (const type of TYPES) {
    const draft = wholeDraft(type, objectiveId);
    const made = done(await createItem(db, { bankId: bank?.id ?? '', draft, actorId: people.authorId, now }));
    await publishVersion(db, made.versionId, people);
    written.set(type, made.itemId);
  }
  return written;
}

async function declareAll(db: Executor, versionId: string, actorId: string): Promise<void> {
  for (const person of await readDisclosures(db, { versionId, today: '2026-12-05' })) {
    const { name, role, base } = person;
    const disclosure = { name, role, declaredOn: '2026-12-01', relationships: [] };
    const change = { activityVersionId: versionId, base, disclosure };
    if (person.open.length > 0) done(await saveDisclosure(db, { ...change, actorId, now }));
  }
}

/** Releases a version of the activity whose practice asks for every item of the objective. */
async function releaseWithAll(db: Executor, actorId: string, objectiveId: string): Promise<void> {
  const [activity] = await db.select({ id: activities.id }).from(activities).where(eq(activities.slug, SLUG));
  const activityId = activity?.id ?? '';
  const { versionId } = done(await startDraft(db, { activityId, actorId, now }));
  const practice = (await readBlueprints(db, versionId)).find(({ kind }) => kind === 'practice');
  if (!practice) throw new Error('The activity has no practice.');
  const count = practice.items.filter((item) => item.objectiveId === objectiveId).length;
  const cells = [{ objectiveId, difficulty: 'any' as const, count }];
  const settings = { ...practice.settings, cells };
  const change = { activityVersionId: versionId, assessmentId: practice.id, settings, base: practice.base };
  done(await saveBlueprint(db, { ...change, actorId, now }));
  await declareAll(db, versionId, actorId);
  const revision = (await findAuthoredActivity(db, activityId))?.draft?.revision ?? 0;
  done(await publishActivity(db, { activityId, versionId, revision, actorId, now }));
}

/** Answers every item by its key, and gives what the pages then show, by the id of the item version. */
async function answerRight(db: Executor, sitting: { attemptId: string; personId: string }) {
  const shown = new Map<string, Awaited<ReturnType<typeof question>>>();
  for (const { position, itemVersionId } of await places(db, sitting)) {
    const fields = await answerFields(db, sitting, { position });
    const idempotencyKey = crypto.randomUUID();
    done(await submitResponse(db, { ...sitting, position, fields, sequence: 1, idempotencyKey, now: NOON }));
    shown.set(itemVersionId, await question(db, sitting, position));
  }
  return shown;
}

async function newStem(db: Executor, itemId: string, people: People): Promise<ItemDraft> {
  const { versionId } = done(await startNextVersion(db, { itemId, actorId: people.authorId, now }));
  const found = await readItemDraft(db, versionId);
  if (!found) throw new Error('The next version is not there.');
  const draft = { ...found.draft, stem: 'Which of the two words names a response that was lost?' };
  const save = { versionId, baseRevision: found.revision, draft, actorId: people.authorId, now };
  done(await saveItemDraft(db, save));
  await publishVersion(db, versionId, people);
  return draft;
}

describeOnEachDatabase('an item from the studio to the learner', (on) => {
  it('is written, approved by another, published, drawn, answered, edited; the earlier attempt shows what it held', async () => {
    const { db } = on.database;
    const roles = { roles: ['educator' as const] };
    const people = {
      authorId: (await makePerson(db, roles)).id,
      reviewerId: (await makePerson(db, roles)).id
    };
    const [activity] = await db
      .select({ id: activities.id })
      .from(activities)
      .where(eq(activities.slug, SLUG));
    const live = (await findAuthoredActivity(db, activity?.id ?? ''))?.live?.versionId ?? '';
    const objectiveId = (await readObjectives(db, live)).entries[0]?.id ?? '';
    const written = await writeItems(db, people, objectiveId);
    await releaseWithAll(db, people.authorId, objectiveId);

    const earlier = await begin(db, 'practice');
    const seen = [...(await answerRight(db, earlier)).values()];
    expect(seen.map(({ item }) => item.type)).toEqual(expect.arrayContaining(TYPES));
    expect(seen.map(({ feedback }) => feedback?.outcome)).toEqual(seen.map(() => 'correct'));

    const draft = await newStem(db, written.get('single') ?? '', people);
    const again = (await places(db, earlier)).map(({ position }) => question(db, earlier, position));
    const stems = (await Promise.all(again)).map(({ item }) => item.stem);
    expect(stems).not.toContain(draft.stem);
    expect(stems).toContain(wholeDraft('single', objectiveId).stem);

    const later = await answerRight(db, await begin(db, 'practice'));
    const laterStems = [...later.values()].map(({ item }) => item.stem);
    expect(laterStems).toContain(draft.stem);
    expect(laterStems).not.toContain(wholeDraft('single', objectiveId).stem);
  });
});
