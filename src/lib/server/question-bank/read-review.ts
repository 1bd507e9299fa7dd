import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { CitedReference } from '#lib/domain/question-bank/cited-reference.ts';
import type { DraftCitation } from '#lib/domain/question-bank/item-draft.ts';
import { formatAma } from '#lib/domain/reference/format-ama.ts';
import type { Executor } from '../db/index.ts';
import { listReferencesCitedBy } from './cited-reference-queries.ts';
import { compareVersions } from './compare-versions.ts';
import { listObjectiveCodes, selectOptionalItemName } from './history-queries.ts';
import { listItemComments } from './list-item-comments.ts';
import { readItemDraft } from './read-item-draft.ts';
import { readItemStanding } from './read-item-standing.ts';
import { readLint } from './read-lint.ts';

type Cited = Awaited<ReturnType<typeof listReferencesCitedBy>>;

function toCited(citations: DraftCitation[], references: Cited, today: string): CitedReference[] {
  return references.flatMap(({ csl, authorsTruncated, reviewDueOn, ...reference }, index) => {
    const citation = citations[index];
    if (!citation) return [];
    return {
      ...reference,
      number: index + 1,
      citation,
      reference: formatAma(csl, { authorsTruncated }),
      overdueSince: reviewDueOn !== null && reviewDueOn < today ? reviewDueOn : null
    };
  });
}

type Input = { versionId: string; personId: string; now: Date };

/**
 * A version as its reviewer reads it: whole, with its findings, its references as they stand today, its comments, and
 * what changed against the live version (null where none is live). Null where there is no such version.
 */
export async function readReview(db: Executor, { versionId, personId, now }: Input) {
  const shown = await readItemDraft(db, versionId);
  const standing = await readItemStanding(db, { versionId, personId });
  if (shown === null || standing === null) return null;
  const { itemId, version, draft } = shown;
  const live = standing.liveVersion;
  const codes = await listObjectiveCodes(db);
  return {
    standing,
    draft,
    name: await selectOptionalItemName(db, itemId),
    objective: draft.objectiveId === null ? null : (codes.get(draft.objectiveId) ?? null),
    citations: toCited(draft.citations, await listReferencesCitedBy(db, versionId), calendarDayOf(now)),
    findings: (await readLint(db, versionId)).findings,
    comments: await listItemComments(db, versionId),
    comparison:
      live === null || live === version
        ? null
        : await compareVersions(db, { itemId, before: live, after: version })
  };
}
