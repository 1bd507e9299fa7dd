import { ACTIVITY_FILE_FORMAT, type ActivityFile, type FileForm } from '#lib/domain/report/activity-file.ts';
import { participationOf } from '#lib/domain/report/participation.ts';
import { summariseEvaluations } from '#lib/domain/report/summarise-evaluations.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalEvaluationForm } from '../evaluation/queries.ts';
import { listAssessments, listCells, listFixedItems } from '../interchange/export-queries.ts';
import {
  listApprovals,
  listCitedKeys,
  listEvaluationAnswers,
  listProfessionCounts,
  listPublishedItems,
  listReleasedVersions,
  selectOptionalSlug
} from './activity-file-queries.ts';
import { readFrozenActivity } from './read-frozen-activity.ts';

async function readForms(db: Executor, versionId: string): Promise<FileForm[]> {
  const cells = await listCells(db, versionId);
  const fixed = await listFixedItems(db, versionId);
  return (await listAssessments(db, versionId)).map(({ id, bankCode, ...form }) => ({
    kind: form.kind,
    title: form.title,
    bank: bankCode,
    passingPercent: form.passingPercent,
    maxAttempts: form.maxAttempts,
    feedback: form.feedback,
    blueprint: cells
      .filter(({ assessmentId }) => assessmentId === id)
      .map(({ code, difficulty, count }) => ({ objective: code, difficulty, count })),
    alwaysInclude: fixed.filter(({ assessmentId }) => assessmentId === id).map(({ externalId }) => externalId)
  }));
}

async function readVersion(db: Executor, { id, status }: { id: string; status: string }, now: Date) {
  const { activity, accreditation, disclosures } = await readFrozenActivity(db, {
    versionId: id,
    until: now
  });
  const answers = await listEvaluationAnswers(db, id);
  const form = await selectOptionalEvaluationForm(db, id);
  return {
    activity,
    accreditation,
    disclosures,
    status,
    forms: await readForms(db, id),
    participation: participationOf(await listProfessionCounts(db, id)),
    evaluation: summariseEvaluations(
      form,
      answers.map((row) => row.answers)
    )
  };
}

async function readItems(db: Executor, versionIds: string[]): Promise<ActivityFile['items']> {
  if (versionIds.length === 0) return [];
  const rows = await listPublishedItems(db, versionIds);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const approvals = Map.groupBy(await listApprovals(db, ids), ({ itemVersionId }) => itemVersionId);
  const cited = Map.groupBy(await listCitedKeys(db, ids), ({ itemVersionId }) => itemVersionId);
  return rows.map(({ id, publishedAt, retiredAt, ...row }) => ({
    ...row,
    publishedAt: publishedAt?.toISOString() ?? null,
    retiredAt: retiredAt?.toISOString() ?? null,
    citations: (cited.get(id) ?? []).map(({ citationKey }) => citationKey),
    approvals: (approvals.get(id) ?? []).map(({ approvedBy, approvedAt, note }) => ({
      approvedBy,
      approvedAt: approvedAt.toISOString(),
      note
    }))
  }));
}

/** The whole file of an activity, or null where there is none, or none of it was released. */
export async function readActivityFile(
  db: Executor,
  { activityId, now }: { activityId: string; now: Date }
): Promise<ActivityFile | null> {
  const slug = await selectOptionalSlug(db, activityId);
  const released = await listReleasedVersions(db, activityId);
  const versions: ActivityFile['versions'] = [];
  for (const version of released) versions.push(await readVersion(db, version, now));
  const title = versions[0]?.activity.title;
  if (slug === null || title === undefined) return null;
  const items = await readItems(
    db,
    released.map(({ id }) => id)
  );
  return { format: ACTIVITY_FILE_FORMAT, slug, title, versions, items };
}
