import type { Difficulty, ItemDraft, Verification } from '#lib/domain/question-bank/item-draft.ts';
import { ITEM_STATUSES, type ItemStatus } from '#lib/domain/question-bank/item-status.ts';
import type { Executor } from '../db/index.ts';
import {
  listDraftCitations,
  listDraftOptions,
  listDraftTargets,
  listDraftVersions
} from './draft-queries.ts';

type Row = Awaited<ReturnType<typeof listDraftVersions>>[number];
type Parts = Pick<ItemDraft, 'options' | 'targets' | 'citations'>;

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

/** Rows by their version, without its id. */
function byVersion<Part extends { versionId: string }>(rows: Part[]): Map<string, Omit<Part, 'versionId'>[]> {
  const groups = new Map<string, Omit<Part, 'versionId'>[]>();
  for (const { versionId, ...part } of rows) {
    const group = groups.get(versionId);
    if (group === undefined) groups.set(versionId, [part]);
    else group.push(part);
  }
  return groups;
}

async function readParts(db: Executor, versionIds: string[]): Promise<(versionId: string) => Parts> {
  const options = byVersion(await listDraftOptions(db, versionIds));
  const targets = byVersion(await listDraftTargets(db, versionIds));
  const citations = byVersion(await listDraftCitations(db, versionIds));
  return (versionId) => ({
    options: options.get(versionId) ?? [],
    targets: (targets.get(versionId) ?? []).map(({ rationale, ...target }) => ({
      ...target,
      rationale: rationale ?? ''
    })),
    citations: (citations.get(versionId) ?? []).map((citation) => ({
      ...citation,
      locator: citation.locator ?? '',
      url: citation.url ?? '',
      verification: oneOf(VERIFICATIONS, citation.verification)
    }))
  });
}

function withContent(row: Row, parts: Parts): ItemVersionDraft {
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

/** Versions of items with their whole content by version id; an id that does not exist has no entry. For authors only. */
export async function readItemDrafts(
  db: Executor,
  versionIds: string[]
): Promise<Map<string, ItemVersionDraft>> {
  if (versionIds.length === 0) return new Map();
  const rows = await listDraftVersions(db, versionIds);
  const partsOf = await readParts(db, versionIds);
  return new Map(rows.map((row) => [row.versionId, withContent(row, partsOf(row.versionId))]));
}

/** A version of an item with its whole content, key included, in whatever state; null where there is none. For authors only. */
export async function readItemDraft(db: Executor, versionId: string): Promise<ItemVersionDraft | null> {
  return (await readItemDrafts(db, [versionId])).get(versionId) ?? null;
}
