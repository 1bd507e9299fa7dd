import { and, asc, eq } from 'drizzle-orm';
import type { Disclosure } from '#lib/domain/activity/disclosure-form.ts';
import { disclosureSentence } from '#lib/domain/activity/disclosure-sentence.ts';
import type { Executor } from '../db/index.ts';
import { facultyDisclosures, financialRelationships } from '../db/schema/activity-disclosure.ts';

/** The declarations of a version in their order. */
export function listDeclared(db: Executor, activityVersionId: string) {
  return db
    .select({
      position: facultyDisclosures.position,
      name: facultyDisclosures.name,
      role: facultyDisclosures.role,
      published: facultyDisclosures.relationships,
      personId: facultyDisclosures.personId,
      declaredOn: facultyDisclosures.declaredOn
    })
    .from(facultyDisclosures)
    .where(eq(facultyDisclosures.activityVersionId, activityVersionId))
    .orderBy(asc(facultyDisclosures.position));
}

/** The relationships of all declarations of a version. */
export function listRelationships(db: Executor, activityVersionId: string) {
  return db
    .select({
      position: financialRelationships.disclosurePosition,
      company: financialRelationships.company,
      kind: financialRelationships.kind,
      nature: financialRelationships.nature,
      ended: financialRelationships.ended,
      relevant: financialRelationships.relevant,
      mitigation: financialRelationships.mitigation,
      mitigatedOn: financialRelationships.mitigatedOn
    })
    .from(financialRelationships)
    .where(eq(financialRelationships.activityVersionId, activityVersionId))
    .orderBy(asc(financialRelationships.disclosurePosition), asc(financialRelationships.ordinal));
}

type DisclosureRow = Disclosure & { activityVersionId: string; position: number; personId: string | null };

/** Writes one declaration in place of the former; what learners read is made of it. */
export async function replaceDisclosure(tx: Executor, row: DisclosureRow): Promise<void> {
  const { activityVersionId, position, personId, name, role, declaredOn, relationships } = row;
  const at = and(
    eq(financialRelationships.activityVersionId, activityVersionId),
    eq(financialRelationships.disclosurePosition, position)
  );
  await tx.delete(financialRelationships).where(at);
  const published = { name, role, declaredOn, personId, relationships: disclosureSentence(relationships) };
  await tx
    .insert(facultyDisclosures)
    .values({ activityVersionId, position, ...published })
    .onConflictDoUpdate({
      target: [facultyDisclosures.activityVersionId, facultyDisclosures.position],
      set: published
    });
  const rows = relationships.map((relationship, index) => ({
    ...relationship,
    activityVersionId,
    disclosurePosition: position,
    ordinal: index + 1
  }));
  if (rows.length > 0) await tx.insert(financialRelationships).values(rows);
}

/** Removes a declaration with its relationships. */
export async function deleteDisclosure(
  tx: Executor,
  activityVersionId: string,
  position: number
): Promise<void> {
  await tx
    .delete(financialRelationships)
    .where(
      and(
        eq(financialRelationships.activityVersionId, activityVersionId),
        eq(financialRelationships.disclosurePosition, position)
      )
    );
  await tx
    .delete(facultyDisclosures)
    .where(
      and(
        eq(facultyDisclosures.activityVersionId, activityVersionId),
        eq(facultyDisclosures.position, position)
      )
    );
}
