import { isDeepStrictEqual } from 'node:util';
import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import {
  keptSource,
  type DetailFields,
  type SectionConflict,
  type SectionFields
} from '#lib/domain/lesson/authored-section.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { readSectionMarkdown, type SectionMarkdown } from '../lesson/read-section-markdown.ts';
import { listReferenceIds } from '../question-bank/draft-part-queries.ts';
import { findEditedSection, type EditedSection } from './read-section-editor.ts';
import * as queries from './section-text-queries.ts';
import { lockDraft } from './settings-queries.ts';
import { touchDraft } from './touch-draft.ts';

export type SaveSectionInput = {
  activityVersionId: string;
  lessonId: string;
  slug: string;
  /** The revision that the text was written on. */
  baseRevision: number;
  fields: SectionFields;
  /** A sanitised drawing for one of the figures of the text. */
  drawing: { figureId: string; svg: string } | null;
  actorId: string;
  now: Date;
};

export type SaveSectionProblem =
  | { kind: 'no-draft' }
  | { kind: 'no-such-section' }
  | { kind: 'conflict'; conflict: SectionConflict }
  | { kind: 'invalid'; problems: FieldProblem[] };

type Saved = { revision: number; savedAt: Date };

/** A figure is kept and exported by its id, which therefore stands once in a lesson. */
async function findTwins(
  tx: Executor,
  { figures }: SectionMarkdown,
  which: { lessonId: string; sectionId: string }
): Promise<FieldProblem[]> {
  const elsewhere = await queries.listFigureIdsElsewhere(tx, which);
  return figures
    .filter(({ id }) => elsewhere.includes(id))
    .map(({ id }) => ({
      field: 'text',
      message: `Give the figure “${id}” another id: another section of this lesson has a figure with this one`
    }));
}

const orNull = (text: string) => (text === '' ? null : text);

function mentionRow(referenceId: string, detail: DetailFields | undefined) {
  const passage = orNull(detail?.passage ?? '');
  const passageKind = passage === null ? null : (detail?.kind ?? null);
  return { referenceId, locator: orNull(detail?.locator ?? ''), passage, passageKind };
}

/** Writes the mentions whose reference the library holds; what is new goes to the end of the version's list. */
async function writeMentions(
  tx: Executor,
  { activityVersionId, fields }: SaveSectionInput,
  { sectionId, keys }: { sectionId: string; keys: string[] }
): Promise<void> {
  const ids = await listReferenceIds(tx, [...new Set(keys)]);
  const rows = keys.flatMap((key) => {
    const id = ids.get(key);
    return id === undefined ? [] : mentionRow(id, fields.details[key]);
  });
  await queries.replaceMentions(
    tx,
    sectionId,
    rows.map((row, index) => ({ ...row, sectionId, position: index + 1 }))
  );
  const listed = new Set(await queries.listListedIds(tx, activityVersionId));
  const referenceIds = [...new Set(rows.map(({ referenceId }) => referenceId))].filter(
    (id) => !listed.has(id)
  );
  await queries.appendReferences(tx, { activityVersionId, referenceIds });
}

async function writeFigures(
  tx: Executor,
  sectionId: string,
  { read, drawing }: { read: SectionMarkdown; drawing: SaveSectionInput['drawing'] }
): Promise<void> {
  const svgOf = (id: string) => (drawing?.figureId === id ? drawing.svg : null);
  await queries.upsertFigures(
    tx,
    sectionId,
    read.figures.map(({ id, alt, caption }) => ({ figureId: id, alt, caption, svg: svgOf(id) }))
  );
}

async function write(
  tx: Executor,
  stored: EditedSection,
  { input, read }: { input: SaveSectionInput; read: SectionMarkdown }
): Promise<Saved> {
  const { activityVersionId, fields, drawing, actorId, now } = input;
  const revision = stored.revision + 1;
  const source = keptSource(fields.text);
  const edited = { updatedAt: now, updatedBy: actorId };
  await queries.updateSectionText(tx, {
    id: stored.id,
    markdown: read.markdown,
    source,
    revision,
    ...edited
  });
  await writeMentions(tx, input, { sectionId: stored.id, keys: read.citationKeys });
  await writeFigures(tx, stored.id, { read, drawing });
  await touchDraft(tx, { activityVersionId, actorId, now });
  await insertAuditEvent(tx, {
    at: now,
    actorId,
    action: 'lesson.save-section',
    subject: { kind: 'lesson-section', id: stored.id },
    detail: { activityVersionId, revision, drawing: drawing?.figureId ?? null }
  });
  return { revision, savedAt: now };
}

/** Only details of what the text cites are kept, so only they can differ. */
function isSame({ text, details }: SectionFields, stored: SectionFields, keys: string[]): boolean {
  const none: DetailFields = { locator: '', passage: '', kind: 'paraphrase' };
  const pick = (all: Record<string, DetailFields>) => [...new Set(keys)].map((key) => all[key] ?? none);
  return text === stored.text && isDeepStrictEqual(pick(details), pick(stored.details));
}

/**
 * Saves the text of a section of a draft with what it cites and shows. Where somebody saved first, nothing is written and
 * theirs comes back. Faults of the text do not keep it from being saved: nothing that was written is lost.
 */
export function saveSection(
  db: Executor,
  input: SaveSectionInput
): Promise<Result<Saved, SaveSectionProblem>> {
  const { activityVersionId, lessonId, slug, fields } = input;
  return db.transaction(async (tx) => {
    if (!(await lockDraft(tx, activityVersionId))) return failure({ kind: 'no-draft' });
    const stored = await findEditedSection(tx, { lessonId, slug });
    if (stored === null) return failure({ kind: 'no-such-section' });
    const read = readSectionMarkdown(keptSource(fields.text));
    const { revision, updatedAt } = stored;
    if (input.drawing === null && isSame(fields, stored.fields, read.citationKeys)) {
      return success({ revision, savedAt: updatedAt ?? input.now });
    }
    if (revision !== input.baseRevision) {
      const byName = stored.byName ?? 'Somebody';
      return failure({ kind: 'conflict', conflict: { fields: stored.fields, revision, byName } });
    }
    const problems = await findTwins(tx, read, { lessonId, sectionId: stored.id });
    if (problems.length > 0) return failure({ kind: 'invalid', problems });
    return success(await write(tx, stored, { input, read }));
  });
}
