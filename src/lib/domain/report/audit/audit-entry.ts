import { actionWords } from './action-words.ts';
import { changeLines, type ChangeLine } from './change-lines.ts';

/** An audit event as it is read: JSON is objects, and `network` and `reason` are null where they were erased. */
export type ReadEvent = {
  id: number;
  at: Date;
  actorId: string | null;
  actorName: string | null;
  actorErased: boolean;
  action: string;
  subjectKind: string;
  subjectId: string;
  detail: Record<string, unknown>;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  network: string | null;
  reason: string | null;
};

/** Who did it: `id` is there for somebody who can still be opened. */
export type Who = { words: string; id: string | null };

/** A line of the log as the page shows it. */
export type AuditEntry = {
  id: number;
  /** UTC, e.g. `2027-01-31 08:15:00 UTC`, and the same for machines. */
  when: string;
  datetime: string;
  who: Who;
  what: string;
  action: string;
  subject: { kind: string; id: string };
  changes: ChangeLine[];
  reason: string | null;
  network: string | null;
  /** Everything else that is on record, as JSON. */
  detail: string;
};

function whoOf({ actorId, actorName, actorErased }: ReadEvent): Who {
  if (actorId === null) return { words: 'Nobody signed in, or the program', id: null };
  if (actorErased || actorName === null) return { words: `Erased person …${actorId.slice(-6)}`, id: null };
  return { words: actorName.trim() || `Person …${actorId.slice(-6)}`, id: actorId };
}

/** An event in words. */
export function toAuditEntry(event: ReadEvent): AuditEntry {
  const datetime = event.at.toISOString();
  return {
    id: event.id,
    when: `${datetime.slice(0, 19).replace('T', ' ')} UTC`,
    datetime,
    who: whoOf(event),
    what: actionWords(event.action),
    action: event.action,
    subject: { kind: event.subjectKind, id: event.subjectId },
    changes: changeLines(event),
    reason: event.reason,
    network: event.network,
    detail: JSON.stringify(event.detail, null, 2)
  };
}
