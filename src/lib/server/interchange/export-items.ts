import { compareNaturally } from '#lib/domain/interchange/compare-naturally.ts';
import type { ItemPart } from '#lib/domain/interchange/package-parts.ts';
import type { RecordedReason } from '#lib/domain/question-bank/lint/open-findings.ts';
import type { Executor } from '../db/index.ts';
import { readItemDrafts } from '../question-bank/read-item-draft.ts';
import { listBankVersions, listReasons, listTags } from './export-queries.ts';

type Row = Awaited<ReturnType<typeof listBankVersions>>[number];

/** Which version of an item goes out: with a draft of the activity the newest, with what is live the live one. */
function versionOf(versions: Row[], wanted: 'newest' | 'live'): Row | undefined {
  const live = wanted === 'live' ? versions.find(({ status }) => status === 'live') : undefined;
  return live ?? versions[0];
}

const reasonOf = ({ rule, place, what, reason }: RecordedReason): RecordedReason => ({
  ...{ rule, place, what, reason }
});

type Wanted = {
  bankCodes: string[];
  bankName: (code: string) => string;
  versions: 'newest' | 'live';
  /** Codes of the objectives that the activity version states, by id. */
  objectives: ReadonlyMap<string, string>;
};

function inOrder(rows: Row[], bankCodes: string[]): Row[] {
  return rows.toSorted(
    (one, other) =>
      bankCodes.indexOf(one.bankCode) - bankCodes.indexOf(other.bankCode) ||
      compareNaturally(one.externalId, other.externalId)
  );
}

/** The items of the banks as a package holds them, bank by bank; what was retired stays behind. */
export async function exportItems(db: Executor, wanted: Wanted): Promise<ItemPart[]> {
  const { bankCodes, bankName, versions, objectives } = wanted;
  if (bankCodes.length === 0) return [];
  const byItem = Map.groupBy(await listBankVersions(db, bankCodes), ({ itemId }) => itemId);
  const rows = [...byItem.values()].flatMap((own) => versionOf(own, versions) ?? []);
  const ids = rows.map(({ versionId }) => versionId);
  const drafts = await readItemDrafts(db, ids);
  const reasons = Map.groupBy(await listReasons(db, ids), ({ versionId }) => versionId);
  const tags = Map.groupBy(await listTags(db, bankCodes), ({ itemId }) => itemId);
  return inOrder(rows, bankCodes).flatMap(
    ({ versionId, itemId, externalId, bankCode, status, ...row }): ItemPart | [] => {
      const draft = drafts.get(versionId)?.draft;
      if (!draft) return [];
      return {
        externalId,
        bank: bankName(bankCode),
        status: status === 'live' || status === 'approved' ? 'reviewed' : 'draft',
        objective: draft.objectiveId === null ? null : (objectives.get(draft.objectiveId) ?? null),
        pairedWith: row.pairedWith,
        reviewNote: row.reviewNote,
        tags: (tags.get(itemId) ?? []).map(({ tag }) => tag),
        setAside: (reasons.get(versionId) ?? []).map(reasonOf),
        draft
      };
    }
  );
}
