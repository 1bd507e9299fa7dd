import {
  editedText,
  type DetailFields,
  type SectionFields,
  type SectionReading
} from '#lib/domain/lesson/authored-section.ts';
import { rebuildSource } from '#lib/domain/lesson/rebuild-source.ts';
import type { Executor } from '../db/index.ts';
import { listFigures } from '../lesson/queries.ts';
import { readSectionText } from './read-section-text.ts';
import { selectOptionalSection } from './section-queries.ts';
import { listMentionsOfSection } from './section-text-queries.ts';

/** A section as its authors edit it. */
export type EditedSection = {
  id: string;
  slug: string;
  title: string;
  minutes: number;
  position: number;
  revision: number;
  updatedAt: Date | null;
  byName: string | null;
  fields: SectionFields;
};

type Mention = Awaited<ReturnType<typeof listMentionsOfSection>>[number];

/** What is known of each reference that the section cites; all mentions of it have the same. */
function detailsOf(mentions: Mention[]): Record<string, DetailFields> {
  const details = mentions.map(({ citationKey, locator, passage, passageKind }): [string, DetailFields] => [
    citationKey,
    { locator: locator ?? '', passage: passage ?? '', kind: passageKind ?? 'paraphrase' }
  ]);
  return Object.fromEntries(details);
}

/** The section with this slug as it stands, or null. */
export async function findEditedSection(
  db: Executor,
  which: { lessonId: string; slug: string }
): Promise<EditedSection | null> {
  const section = await selectOptionalSection(db, which);
  if (section === null) return null;
  const { markdown, source, byName, updatedAt, ...facts } = section;
  const stored = source ?? rebuildSource(markdown, await listFigures(db, section.id));
  const details = detailsOf(await listMentionsOfSection(db, section.id));
  return { ...facts, updatedAt, byName, fields: { text: editedText(stored), details } };
}

/** The same with what its text gives. */
export async function readSectionEditor(
  db: Executor,
  which: { activityVersionId: string; lessonId: string; slug: string }
): Promise<(EditedSection & { reading: SectionReading }) | null> {
  const section = await findEditedSection(db, which);
  if (section === null) return null;
  const { activityVersionId } = which;
  const reading = await readSectionText(db, {
    activityVersionId,
    sectionId: section.id,
    text: section.fields.text
  });
  return { ...section, reading };
}
