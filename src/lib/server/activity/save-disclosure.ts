import type { Disclosure } from '#lib/domain/activity/disclosure-form.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { deleteDisclosure, listDeclared, replaceDisclosure } from './disclosure-queries.ts';
import { readDisclosures, type DisclosureView } from './read-disclosures.ts';
import { lockDraft } from './settings-queries.ts';
import { touchDraft } from './touch-draft.ts';

type SaveInput = {
  activityVersionId: string;
  /** The state that the form was filled in from; empty: somebody who is not listed yet. */
  base: string;
  /** Null removes the declaration. */
  disclosure: Disclosure | null;
  actorId: string;
  now: Date;
};

async function write(
  tx: Executor,
  { activityVersionId, disclosure }: SaveInput,
  former: DisclosureView | null
): Promise<number> {
  const taken = (await listDeclared(tx, activityVersionId)).map(({ position }) => position);
  const position = former?.position ?? Math.max(0, ...taken) + 1;
  const personId = former?.personId ?? null;
  if (disclosure === null) await deleteDisclosure(tx, activityVersionId, position);
  else await replaceDisclosure(tx, { ...disclosure, activityVersionId, position, personId });
  return position;
}

/**
 * Writes, adds or removes one declaration of a draft, unless somebody else changed it since the form was filled in. The
 * audit row holds no names and no companies: those stand in the declaration, which is frozen with the version.
 */
export function saveDisclosure(
  db: Executor,
  input: SaveInput
): Promise<Result<null, 'no-draft' | 'changed-meanwhile'>> {
  const { activityVersionId, base, disclosure, actorId, now } = input;
  return db.transaction(async (tx) => {
    if (!(await lockDraft(tx, activityVersionId))) return failure('no-draft');
    const which = { versionId: activityVersionId, today: calendarDayOf(now) };
    const former = (await readDisclosures(tx, which)).find((person) => person.base === base) ?? null;
    if (base !== '' && former === null) return failure('changed-meanwhile');
    const position = await write(tx, input, former);
    await touchDraft(tx, { activityVersionId, actorId, now });
    const subject = { kind: 'activity-version', id: activityVersionId };
    const { declaredOn = null, relationships = [] } = disclosure ?? {};
    const counts = {
      relationships: relationships.length,
      relevant: relationships.filter(({ relevant }) => relevant === true).length
    };
    const detail = { position, personId: former?.personId ?? null, removed: disclosure === null };
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'activity.save-disclosure',
      subject,
      detail: { ...detail, declaredOn, ...counts }
    });
    return success(null);
  });
}
