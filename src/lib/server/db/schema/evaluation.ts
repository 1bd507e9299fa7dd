import { jsonb, pgTable, unique, uuid } from 'drizzle-orm/pg-core';
import type { EvaluationAnswers } from '#lib/domain/evaluation/evaluation-answers.ts';
import type { EvaluationForm } from '#lib/domain/evaluation/evaluation-form.ts';
import { instant } from './column-types.ts';
import { activityVersions } from './activity.ts';
import { people } from './identity.ts';

/** The evaluation form of an activity version. */
export const evaluationForms = pgTable('evaluation_forms', {
  activityVersionId: uuid('activity_version_id')
    .primaryKey()
    .references(() => activityVersions.id),
  form: jsonb('form').$type<EvaluationForm>().notNull()
});

/** What a learner said of an activity version; once. */
export const evaluations = pgTable(
  'evaluations',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    activityVersionId: uuid('activity_version_id')
      .notNull()
      .references(() => activityVersions.id),
    answers: jsonb('answers').$type<EvaluationAnswers>().notNull(),
    submittedAt: instant('submitted_at').notNull()
  },
  (table) => [unique('evaluations_once').on(table.personId, table.activityVersionId)]
);
