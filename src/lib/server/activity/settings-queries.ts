import { and, eq, sql } from 'drizzle-orm';
import type { ActivitySettings } from '#lib/domain/activity/activity-settings.ts';
import type { Executor } from '../db/index.ts';
import { accreditationStatements } from '../db/schema/accreditation.ts';
import { activityVersions } from '../db/schema/activity.ts';

const settingsColumns = {
  title: activityVersions.title,
  summary: activityVersions.summary,
  audience: activityVersions.audience,
  audienceNote: activityVersions.audienceNote,
  estimatedMinutes: activityVersions.estimatedMinutes,
  maximumQuarterCredits: activityVersions.maximumQuarterCredits,
  timeLimitMinutes: activityVersions.timeLimitMinutes,
  releaseDate: activityVersions.releaseDate,
  reviewDate: activityVersions.reviewDate,
  expiryDate: activityVersions.expiryDate,
  disclosureStatement: activityVersions.disclosureStatement,
  supportStatement: activityVersions.supportStatement,
  medicalDisclaimer: activityVersions.medicalDisclaimer,
  practiceGap: sql<string>`coalesce(${activityVersions.practiceGap}, '')`,
  offLabelUse: sql<string>`coalesce(${activityVersions.offLabelUse}, '')`,
  contact: sql<string>`coalesce(${activityVersions.contact}, '')`,
  fee: sql<string>`coalesce(${activityVersions.fee}, '')`,
  format: activityVersions.format,
  authors: activityVersions.authors,
  reviewers: activityVersions.reviewers
};

/** The settings of a version. Throws where there is none. */
export async function selectSettings(db: Executor, versionId: string): Promise<ActivitySettings> {
  const [row] = await db
    .select(settingsColumns)
    .from(activityVersions)
    .where(eq(activityVersions.id, versionId));
  if (!row) throw new Error(`There is no activity version ${versionId}`);
  const names = (people: { name: string }[]) => people.map(({ name }) => name);
  return { ...row, authors: names(row.authors), reviewers: names(row.reviewers) };
}

/** The wording under which a version offers credit, and its learning format. */
export async function selectAccreditation(db: Executor, versionId: string) {
  const [row] = await db
    .select({
      format: activityVersions.format,
      mode: accreditationStatements.mode,
      label: accreditationStatements.label,
      statement: accreditationStatements.statement,
      providerName: accreditationStatements.providerName
    })
    .from(activityVersions)
    .innerJoin(
      accreditationStatements,
      eq(accreditationStatements.id, activityVersions.accreditationStatementId)
    )
    .where(eq(activityVersions.id, versionId));
  if (!row) throw new Error(`There is no activity version ${versionId}`);
  return row;
}

/** Locks the draft against others who save; false where the version is no draft (any more). */
export async function lockDraft(tx: Executor, versionId: string): Promise<boolean> {
  const found = await tx
    .select({ id: activityVersions.id })
    .from(activityVersions)
    .where(and(eq(activityVersions.id, versionId), eq(activityVersions.status, 'draft')))
    .for('update');
  return found.length > 0;
}

type Person = { name: string };

/** The people by these names; who is known keeps what else a package said of them, such as degrees. */
const keepKnown = (names: string[], known: Person[]): Person[] =>
  names.map((name) => known.find((person) => person.name === name) ?? { name });

const orNull = (text: string) => (text === '' ? null : text);

/** What may be left unsaid; a package then has no such field. */
const unsaidAsNull = ({ practiceGap, offLabelUse, contact, fee }: ActivitySettings) => ({
  practiceGap: orNull(practiceGap),
  offLabelUse: orNull(offLabelUse),
  contact: orNull(contact),
  fee: orNull(fee)
});

/** Writes the settings of a draft. Throws where there is none. */
export async function updateSettings(
  tx: Executor,
  versionId: string,
  settings: ActivitySettings
): Promise<void> {
  const [known] = await tx
    .select({ authors: activityVersions.authors, reviewers: activityVersions.reviewers })
    .from(activityVersions)
    .where(eq(activityVersions.id, versionId));
  if (!known) throw new Error(`There is no activity version ${versionId}`);
  const authors = keepKnown(settings.authors, known.authors);
  const reviewers = keepKnown(settings.reviewers, known.reviewers);
  await tx
    .update(activityVersions)
    .set({ ...settings, ...unsaidAsNull(settings), authors, reviewers })
    .where(eq(activityVersions.id, versionId));
}
