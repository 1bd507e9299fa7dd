import { inArray, sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { itemCitations, itemOptions, itemTargets, itemVersions } from '../db/schema/question-bank.ts';
import { itemLintOverrides } from '../db/schema/question-bank-review.ts';
import type { Edit } from './bulk-queries.ts';

type Copy = { versionIds: string[]; edit: Edit; actorId: string; now: Date };

const uuids = (ids: string[]): SQL =>
  sql`(${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `
  )})`;

const COPIED = sql`item_id, type, stem, "select", unit, key_point, lesson_section, usable_in_pretest, paired_with, review_note,
  lint_errors, lint_warnings, lint_rules, lint_edition`;

/** Copies targets, options, citations and recorded reasons of versions to the versions that follow them. */
async function insertCopiedParts(tx: Executor, versionIds: string[]): Promise<void> {
  const pairs = sql`item_versions old join item_versions new on new.item_id = old.item_id
    and new.version = old.version + 1 and old.id in ${uuids(versionIds)}`;
  await tx.execute(sql`insert into item_targets (item_version_id, target_id, position, text, rationale)
    select new.id, part.target_id, part.position, part.text, part.rationale
    from ${pairs} join item_targets part on part.item_version_id = old.id`);
  await tx.execute(sql`insert into item_options
      (item_version_id, option_id, position, text, rationale, is_key, match_target_id, key_position, tolerance)
    select new.id, part.option_id, part.position, part.text, part.rationale, part.is_key, part.match_target_id,
      part.key_position, part.tolerance from ${pairs} join item_options part on part.item_version_id = old.id`);
  await tx.execute(sql`insert into item_citations
      (item_version_id, position, reference_id, locator, supports, passage_kind, passage, verification, url)
    select new.id, part.position, part.reference_id, part.locator, part.supports, part.passage_kind, part.passage,
      part.verification, part.url from ${pairs} join item_citations part on part.item_version_id = old.id`);
  await tx.execute(sql`insert into item_lint_overrides
      (item_version_id, rule, place, what, reason, person_id, created_at)
    select new.id, part.rule, part.place, part.what, part.reason, part.person_id, part.created_at
    from ${pairs} join item_lint_overrides part on part.item_version_id = old.id`);
}

/**
 * Writes the next version of each of these as a draft with all of its parts, and with another objective or difficulty, in
 * five statements. Gives the new versions with their items.
 */
export async function insertNextVersions(
  tx: Executor,
  { versionIds, edit, actorId, now }: Copy
): Promise<{ itemId: string; versionId: string }[]> {
  if (versionIds.length === 0) return [];
  const at = now.toISOString();
  const objective = edit.column === 'objective' ? sql`${edit.value}::uuid` : sql`objective_id`;
  const difficulty = edit.column === 'difficulty' ? sql`${edit.value}` : sql`difficulty`;
  await tx.execute(sql`insert into item_versions (id, version, status, objective_id, difficulty, created_at, created_by,
      updated_at, updated_by, ${COPIED})
    select gen_random_uuid(), version + 1, 'draft', ${objective}, ${difficulty}, ${at}, ${actorId}, ${at}, ${actorId}, ${COPIED}
    from item_versions where id in ${uuids(versionIds)}`);
  await insertCopiedParts(tx, versionIds);
  return tx
    .select({ itemId: itemVersions.itemId, versionId: itemVersions.id })
    .from(itemVersions)
    .where(
      sql`(${itemVersions.itemId}, ${itemVersions.version}) in
        (select item_id, version + 1 from item_versions where id in ${uuids(versionIds)})`
    );
}

/** Removes drafts that nobody wrote in since they were copied, with the reasons that came along; their authors go with them. */
export async function deleteDrafts(tx: Executor, versionIds: string[]): Promise<void> {
  if (versionIds.length === 0) return;
  await tx.delete(itemLintOverrides).where(inArray(itemLintOverrides.itemVersionId, versionIds));
  await tx.delete(itemOptions).where(inArray(itemOptions.itemVersionId, versionIds));
  await tx.delete(itemTargets).where(inArray(itemTargets.itemVersionId, versionIds));
  await tx.delete(itemCitations).where(inArray(itemCitations.itemVersionId, versionIds));
  await tx.delete(itemVersions).where(inArray(itemVersions.id, versionIds));
}
