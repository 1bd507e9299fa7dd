import { and, eq, sql } from 'drizzle-orm';
import type { MapEntry } from '#lib/domain/attempt/question-view.ts';
import type { Executor } from '../db/index.ts';
import { keepStatement } from '../db/kept-statement.ts';
import { assessments } from '../db/schema/activity.ts';
import { attemptItems, attempts, responses } from '../db/schema/attempt.ts';
import { regrades } from '../db/schema/attempt-regrade.ts';
import { atSamePlace, placeColumns, type Place } from './form-queries.ts';
import { inForceAtPlace } from './regrade-queries.ts';

/** A place and the person whose attempt it must be in: another's does not exist. */
export type OwnPlace = Place & { personId: string };

const at = and(
  eq(attempts.id, sql.placeholder('attemptId')),
  eq(attempts.personId, sql.placeholder('personId')),
  eq(attemptItems.position, sql.placeholder('position'))
);

const standing = {
  state: attempts.state,
  closesAt: attempts.closesAt,
  itemsTotal: attempts.itemsTotal,
  feedback: assessments.feedback
};

/** What a response is taken by: a place with its response, and the standing of its attempt. */
export const ownPlaceColumns = { ...placeColumns, ...standing };

const listOwnPlaces = keepStatement((db) =>
  db
    .select(ownPlaceColumns)
    .from(attempts)
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .innerJoin(attemptItems, eq(attemptItems.attemptId, attempts.id))
    .leftJoin(responses, atSamePlace)
    .leftJoin(regrades, inForceAtPlace)
    .where(at)
);

/** A row of `ownPlaceColumns`; null: the person has no such attempt, or it no such position. */
export async function selectOptionalOwnPlace(db: Executor, which: OwnPlace) {
  const [row] = await listOwnPlaces(db, which);
  return row ?? null;
}

export type OwnPlaceRow = NonNullable<Awaited<ReturnType<typeof selectOptionalOwnPlace>>>;

const map = sql<MapEntry[]>`(
  select json_agg(json_build_object('position', i.position, 'answered', r.position is not null, 'flagged', i.flagged)
    order by i.position)
  from attempt_items i left join responses r on r.attempt_id = i.attempt_id and r.position = i.position
  where i.attempt_id = ${attempts.id})`;

/** The response of the form that was stored last; `at` in milliseconds since 1970. */
const lastSaved = sql<{ position: number; at: number } | null>`(
  select json_build_object('position', r.position, 'at', floor(extract(epoch from r.answered_at) * 1000))
  from responses r where r.attempt_id = ${attempts.id}
  order by r.answered_at desc, r.position desc limit 1)`;

/** As `listItemsUnderTest` says, of the item at this place; asked only where feedback could be due. */
const isUnderTest = sql<boolean>`case when ${responses.position} is null and ${attempts.state} = 'in-progress'
  then false else exists (
    select from attempts o
    join assessments s on s.id = o.assessment_id and s.feedback <> 'after-each-item'
    join attempt_items i on i.attempt_id = o.id
    join item_versions v on v.id = i.item_version_id
    join item_versions here on here.id = ${attemptItems.itemVersionId} and here.item_id = v.item_id
    where o.person_id = ${attempts.personId} and o.state = 'in-progress') end`;

const listQuestions = keepStatement((db) =>
  db
    .select({
      ...ownPlaceColumns,
      assessmentId: attempts.assessmentId,
      activityVersionId: assessments.activityVersionId,
      kind: assessments.kind,
      isUnderTest,
      lastSaved,
      map
    })
    .from(attempts)
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .innerJoin(attemptItems, eq(attemptItems.attemptId, attempts.id))
    .leftJoin(responses, atSamePlace)
    .leftJoin(regrades, inForceAtPlace)
    .where(at)
);

/** All that the page of a question rests on and that changes: the place, its attempt, and the map of the form. */
export async function selectOptionalQuestion(db: Executor, which: OwnPlace) {
  const [row] = await listQuestions(db, which);
  return row ?? null;
}

export type QuestionRow = NonNullable<Awaited<ReturnType<typeof selectOptionalQuestion>>>;
