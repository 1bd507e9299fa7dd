import { eq } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { itemVersions } from '../db/schema/question-bank.ts';
import { itemLintOverrides } from '../db/schema/question-bank-review.ts';

/** What the next version takes over; options, targets and citations are copied apart. */
const copiedColumns = {
  itemId: itemVersions.itemId,
  type: itemVersions.type,
  stem: itemVersions.stem,
  select: itemVersions.select,
  unit: itemVersions.unit,
  keyPoint: itemVersions.keyPoint,
  objectiveId: itemVersions.objectiveId,
  difficulty: itemVersions.difficulty,
  lessonSection: itemVersions.lessonSection,
  usableInPretest: itemVersions.usableInPretest,
  pairedWith: itemVersions.pairedWith,
  reviewNote: itemVersions.reviewNote,
  lintErrors: itemVersions.lintErrors,
  lintWarnings: itemVersions.lintWarnings,
  lintRules: itemVersions.lintRules,
  lintEdition: itemVersions.lintEdition
};

type NextVersion = { fromId: string; id: string; version: number; actorId: string; now: Date };

/** Writes the next version of an item as a draft with the content of an earlier one, as yet without its parts. */
export async function insertNextVersion(
  tx: Executor,
  { fromId, id, version, actorId, now }: NextVersion
): Promise<void> {
  const [copied] = await tx.select(copiedColumns).from(itemVersions).where(eq(itemVersions.id, fromId));
  if (!copied) throw new Error(`There is no item version ${fromId}`);
  const written = { createdAt: now, createdBy: actorId, updatedAt: now, updatedBy: actorId };
  await tx.insert(itemVersions).values({ ...copied, id, version, status: 'draft', ...written });
}

/** Copies the recorded reasons for setting findings aside: they were given for the same text. */
export async function copyLintOverrides(tx: Executor, fromId: string, toId: string): Promise<void> {
  const { rule, place, what, reason, personId, createdAt } = itemLintOverrides;
  const rows = await tx
    .select({ rule, place, what, reason, personId, createdAt })
    .from(itemLintOverrides)
    .where(eq(itemLintOverrides.itemVersionId, fromId));
  if (rows.length === 0) return;
  await tx.insert(itemLintOverrides).values(rows.map((row) => ({ ...row, itemVersionId: toId })));
}
