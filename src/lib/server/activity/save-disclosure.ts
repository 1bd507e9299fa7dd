import type { Disclosure } from '#lib/domain/activity/disclosure-form.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { deleteDisclosure, listDeclared, replaceDisclosure } from './disclosure-queries.ts';
import { lockDraft } from './settings-queries.ts';
import { touchDraft } from './touch-draft.ts';

type SaveInput = {
  activityVersionId: string;
  /** Null: a declaration that is not there yet. */
  position: number | null;
  personId: string | null;
  /** Null removes the declaration. */
  disclosure: Disclosure | null;
  actorId: string;
  now: Date;
};

/** Writes, adds or removes one declaration of a draft. */
export function saveDisclosure(
  db: Executor,
  { activityVersionId, position, personId, disclosure, actorId, now }: SaveInput
): Promise<Result<null, 'no-draft' | 'no-such-disclosure'>> {
  return db.transaction(async (tx) => {
    if (!(await lockDraft(tx, activityVersionId))) return failure('no-draft');
    const rows = await listDeclared(tx, activityVersionId);
    const former = rows.find((row) => row.position === position);
    if (position !== null && !former) return failure('no-such-disclosure');
    const place = position ?? Math.max(0, ...rows.map((row) => row.position)) + 1;
    if (disclosure === null) await deleteDisclosure(tx, activityVersionId, place);
    else await replaceDisclosure(tx, { ...disclosure, activityVersionId, position: place, personId });
    await touchDraft(tx, { activityVersionId, actorId, now });
    const subject = { kind: 'activity-version', id: activityVersionId };
    const detail = { position: place, before: former ?? null, after: disclosure };
    await insertAuditEvent(tx, { at: now, actorId, action: 'activity.save-disclosure', subject, detail });
    return success(null);
  });
}
