import { sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';

/** From one version to the draft that is made of it; the lesson is copied too. */
export type VersionCopy = {
  from: { versionId: string; lessonId: string };
  to: { versionId: string; lessonId: string; label: string };
  actorId: string;
  now: Date;
};

const CARRIED = sql`activity_id, title, summary, audience, audience_note, format, estimated_minutes, release_date, review_date, expiry_date,
   maximum_quarter_credits, accreditation_statement_id, disclosure_statement, support_statement, medical_disclaimer,
   practice_gap, off_label_use, contact, fee, time_limit_minutes, authors, reviewers, extra`;

/** Writes the draft and an empty lesson. */
export async function insertCopiedVersion(
  tx: Executor,
  { from, to, actorId, now }: VersionCopy
): Promise<void> {
  const at = now.toISOString();
  await tx.execute(sql`insert into lessons (id, created_at) values (${to.lessonId}, ${at})`);
  await tx.execute(sql`insert into activity_versions (id, version, status, lesson_id, updated_at, updated_by, ${CARRIED})
    select ${to.versionId}, ${to.label}, 'draft', ${to.lessonId}, ${at}, ${actorId}, ${CARRIED}
    from activity_versions where id = ${from.versionId}`);
}

/** Copies the sections with all of their parts; each finds its copy by the slug. */
export async function insertCopiedLesson(tx: Executor, { from, to }: VersionCopy): Promise<void> {
  await tx.execute(sql`insert into lesson_sections (id, lesson_id, slug, position, title, minutes, markdown, source)
    select gen_random_uuid(), ${to.lessonId}, slug, position, title, minutes, markdown, source
    from lesson_sections where lesson_id = ${from.lessonId}`);
  const pairs = sql`lesson_sections old join lesson_sections new
    on new.slug = old.slug and new.lesson_id = ${to.lessonId} and old.lesson_id = ${from.lessonId}`;
  await tx.execute(sql`insert into lesson_section_objectives (section_id, objective_id)
    select new.id, part.objective_id from ${pairs} join lesson_section_objectives part on part.section_id = old.id`);
  await tx.execute(sql`insert into lesson_figures (section_id, figure_id, alt, caption, svg)
    select new.id, part.figure_id, part.alt, part.caption, part.svg
    from ${pairs} join lesson_figures part on part.section_id = old.id`);
  await tx.execute(sql`insert into lesson_citations (section_id, position, reference_id, locator, passage, passage_kind)
    select new.id, part.position, part.reference_id, part.locator, part.passage, part.passage_kind
    from ${pairs} join lesson_citations part on part.section_id = old.id`);
}

/**
 * Copies objectives, reference list, evaluation form, offers of credit, and what certificates bear. The reference list
 * follows the library again, and an accredited version is attested anew before it is released.
 */
export async function insertCopiedParts(tx: Executor, { from, to }: VersionCopy): Promise<void> {
  await tx.execute(sql`insert into activity_version_objectives (activity_version_id, objective_id, position, wording)
    select ${to.versionId}, objective_id, position, wording
    from activity_version_objectives where activity_version_id = ${from.versionId}`);
  await tx.execute(sql`insert into activity_version_references (activity_version_id, reference_id, number)
    select ${to.versionId}, reference_id, number
    from activity_version_references where activity_version_id = ${from.versionId}`);
  await tx.execute(sql`insert into evaluation_forms (activity_version_id, form)
    select ${to.versionId}, form from evaluation_forms where activity_version_id = ${from.versionId}`);
  await tx.execute(sql`insert into activity_credit_offers (activity_version_id, credit_rule_id, maximum_quarter_credits)
    select ${to.versionId}, credit_rule_id, maximum_quarter_credits
    from activity_credit_offers where activity_version_id = ${from.versionId}`);
  const image = sql`kind, media_type, content, caption`;
  await tx.execute(sql`insert into activity_certificate_images (activity_version_id, ${image})
    select ${to.versionId}, ${image} from activity_certificate_images where activity_version_id = ${from.versionId}`);
}

/** Copies what people declared; it covers the new version until they declare again. */
export async function insertCopiedDisclosures(tx: Executor, { from, to }: VersionCopy): Promise<void> {
  await tx.execute(sql`insert into faculty_disclosures
      (activity_version_id, position, name, role, relationships, person_id, declared_on)
    select ${to.versionId}, position, name, role, relationships, person_id, declared_on
    from faculty_disclosures where activity_version_id = ${from.versionId}`);
  await tx.execute(sql`insert into financial_relationships
      (activity_version_id, disclosure_position, ordinal, company, kind, nature, ended, relevant, mitigation, mitigated_on)
    select ${to.versionId}, disclosure_position, ordinal, company, kind, nature, ended, relevant, mitigation, mitigated_on
    from financial_relationships where activity_version_id = ${from.versionId}`);
}

/** Copies the assessments with blueprint and fixed items; each finds its copy by the kind. */
export async function insertCopiedAssessments(tx: Executor, { from, to }: VersionCopy): Promise<void> {
  const carried = sql`kind, title, bank_id, pretest_items_only, feedback, shows_score, passing_percent, max_attempts,
     required_for_completion, shuffle_items, shuffle_options`;
  await tx.execute(sql`insert into assessments (id, activity_version_id, ${carried})
    select gen_random_uuid(), ${to.versionId}, ${carried} from assessments where activity_version_id = ${from.versionId}`);
  const pairs = sql`assessments old join assessments new on new.kind = old.kind
    and new.activity_version_id = ${to.versionId} and old.activity_version_id = ${from.versionId}`;
  await tx.execute(sql`insert into blueprint_cells (assessment_id, objective_id, difficulty, count)
    select new.id, part.objective_id, part.difficulty, part.count
    from ${pairs} join blueprint_cells part on part.assessment_id = old.id`);
  await tx.execute(sql`insert into assessment_fixed_items (assessment_id, item_id)
    select new.id, part.item_id from ${pairs} join assessment_fixed_items part on part.assessment_id = old.id`);
}
