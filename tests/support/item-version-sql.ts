import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';
import type { ItemType } from '#lib/domain/question-bank/keyed-item.ts';

export const WRITTEN_AT = new Date('2026-12-01T08:00:00Z').toISOString();

/** What a whole, unpublished version of an item holds; a test leaves one part out. */
export type DraftParts = {
  stem?: string;
  /** Of matching items: the text of the first target. */
  targetText?: string;
  type?: ItemType;
  objective?: boolean;
  citation?: boolean;
  passage?: string;
  verification?: string;
  referenceStatus?: string;
  rationale?: string;
  optionText?: string;
  /** How many of the three options are keys. */
  keys?: number;
  lintErrors?: number;
  /** `package`: its package says that it was reviewed. */
  approval?: 'package' | 'none';
  /** The item and number of the version; a new item, where none is given. */
  item?: string;
  version?: number;
  /** Who started it; nobody here, where none is given. */
  createdBy?: string;
};

type Ids = { version: string; item: string; objective: string; reference: string };

async function insertSurroundings(
  db: Executor,
  { item, objective, reference }: Ids,
  draft: DraftParts
): Promise<void> {
  const bank = randomUUID();
  await db.execute(sql`insert into objectives (id, code) values (${objective}, 'LO1')`);
  await db.execute(sql`insert into "references" (id, citation_key, csl, status, updated_at)
    values (${reference}, ${reference}, '{}', ${draft.referenceStatus ?? 'current'}, ${WRITTEN_AT})`);
  if (draft.item !== undefined) return;
  await db.execute(sql`insert into question_banks (id, code, title) values (${bank}, ${bank}, 'Bank')`);
  await db.execute(
    sql`insert into items (id, bank_id, external_id, created_at) values (${item}, ${bank}, 'P01', ${WRITTEN_AT})`
  );
}

/** The key of one of three options, by type: `is_key`, `match_target_id`, `key_position`. */
function keyOf(type: ItemType, index: number, keys: number) {
  if (type === 'matching') return sql`null, ${['x', 'y', 'x'][index]}, null`;
  if (type === 'ordering') return sql`null, null, ${index + 1}::integer`;
  return sql`${index < keys}, null, null`;
}

async function insertParts(db: Executor, { version, reference }: Ids, draft: DraftParts): Promise<void> {
  const { type = 'single', rationale = 'Why.', keys = 1 } = draft;
  if (type === 'matching') {
    await db.execute(sql`insert into item_targets (item_version_id, target_id, position, text)
      values (${version}, 'x', 1, ${draft.targetText ?? 'X'}), (${version}, 'y', 2, 'Y')`);
  }
  const texts = type === 'numeric' ? ['4.2', '5', '6'] : ['a', 'b', 'c'];
  const tolerance = type === 'numeric' ? '0.1' : null;
  for (const [index, id] of ['a', 'b', 'c'].entries()) {
    const text = index === 1 ? (draft.optionText ?? texts[index]) : texts[index];
    await db.execute(sql`insert into item_options
      (item_version_id, option_id, position, text, rationale, tolerance, is_key, match_target_id, key_position)
      values (${version}, ${id}, ${index}, ${text}, ${index === 1 ? rationale : 'Why.'}, ${tolerance},
        ${keyOf(type, index, keys)})`);
  }
  if (draft.citation === false) return;
  await db.execute(sql`insert into item_citations
    (item_version_id, position, reference_id, supports, passage_kind, passage, verification)
    values (${version}, 1, ${reference}, 'the key', 'paraphrase', ${draft.passage ?? 'No response.'},
      ${draft.verification ?? 'verified'})`);
}

/** Writes a draft by SQL alone, past the application, and gives the id of the version and of its item. */
export async function insertItemVersion(
  db: Executor,
  draft: DraftParts = {}
): Promise<{ version: string; item: string }> {
  const { type = 'single', keys = 1 } = draft;
  const item = draft.item ?? randomUUID();
  const ids = { version: randomUUID(), item, objective: randomUUID(), reference: randomUUID() };
  await insertSurroundings(db, ids, draft);
  const asked: Partial<Record<ItemType, number>> = {
    single: 1,
    'true-false': 1,
    multiple: Math.max(keys, 2)
  };
  const select = asked[type] ?? null;
  await db.execute(sql`insert into item_versions (id, item_id, version, status, type, stem, "select", key_point,
      objective_id, difficulty, created_at, created_by, lint_errors)
    values (${ids.version}, ${item}, ${draft.version ?? 1}, 'draft', ${type}, ${draft.stem ?? 'Which?'}, ${select}, 'Point.',
      ${draft.objective === false ? null : ids.objective}, 'easy', ${WRITTEN_AT},
      ${draft.createdBy ?? null}, ${draft.lintErrors ?? 0})`);
  await insertParts(db, ids, draft);
  if (draft.approval !== 'none') {
    await db.execute(sql`insert into item_approvals (id, item_version_id, revision, kind, approved_at)
      values (${randomUUID()}, ${ids.version}, 1, 'package', ${WRITTEN_AT})`);
  }
  return { version: ids.version, item };
}

/** Puts a version live by SQL alone. */
export const publishBySql = (db: Executor, version: string) =>
  db.execute(
    sql`update item_versions set status = 'live', published_at = ${WRITTEN_AT} where id = ${version}`
  );
