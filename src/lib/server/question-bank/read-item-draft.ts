import type { Difficulty, ItemDraft, Verification } from '#lib/domain/question-bank/item-draft.ts';
import { ITEM_STATUSES, type ItemStatus } from '#lib/domain/question-bank/item-status.ts';
import type { Executor } from '../db/index.ts';
import {
  listDraftCitations,
  listDraftOptions,
  listDraftTargets,
  selectOptionalDraftVersion
} from './draft-queries.ts';

type Row = NonNullable<Awaited<ReturnType<typeof selectOptionalDraftVersion>>>;

/** An item version as its authors see it: the content, and what surrounds it. Instants are UTC. */
export type ItemVersionDraft = {
  versionId: string;
  itemId: string;
  externalId: string;
  bankId: string;
  version: number;
  status: ItemStatus;
  revision: number;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date | null;
  updatedBy: string | null;
  publishedAt: Date | null;
  retiredAt: Date | null;
  draft: ItemDraft;
};

const oneOf = <Value extends string>(values: readonly Value[], found: string): Value => {
  const value = values.find((candidate) => candidate === found);
  if (value === undefined) throw new Error(`The database holds an unknown value: ${found}`);
  return value;
};

const DIFFICULTIES: readonly Difficulty[] = ['easy', 'medium', 'hard'];
const VERIFICATIONS: readonly Verification[] = ['verified', 'source-page', 'needs-expert-review'];

async function readParts(
  db: Executor,
  versionId: string
): Promise<Pick<ItemDraft, 'options' | 'targets' | 'citations'>> {
  const options = await listDraftOptions(db, versionId);
  const targets = await listDraftTargets(db, versionId);
  const citations = await listDraftCitations(db, versionId);
  return {
    options,
    targets: targets.map(({ id, text, rationale }) => ({ id, text, rationale: rationale ?? '' })),
    citations: citations.map((citation) => ({
      ...citation,
      locator: citation.locator ?? '',
      url: citation.url ?? '',
      verification: oneOf(VERIFICATIONS, citation.verification)
    }))
  };
}

function withContent(
  row: Row,
  parts: Pick<ItemDraft, 'options' | 'targets' | 'citations'>
): ItemVersionDraft {
  const {
    type,
    stem,
    select,
    unit,
    keyPoint,
    objectiveId,
    difficulty,
    lessonSection,
    usableInPretest,
    ...facts
  } = row;
  const content = { type, stem, select, unit, keyPoint, objectiveId, lessonSection, usableInPretest };
  return {
    ...facts,
    status: oneOf(ITEM_STATUSES, facts.status),
    draft: { ...content, difficulty: oneOf(DIFFICULTIES, difficulty), ...parts }
  };
}

/** A version of an item with its whole content, key included, in whatever state; null where there is none. For authors only. */
export async function readItemDraft(db: Executor, versionId: string): Promise<ItemVersionDraft | null> {
  const row = await selectOptionalDraftVersion(db, versionId);
  return row && withContent(row, await readParts(db, versionId));
}
