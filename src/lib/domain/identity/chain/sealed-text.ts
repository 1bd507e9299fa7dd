import { canonicalJson } from './canonical-json.ts';

/** An audit event as the chain seals it. */
export type SealedEvent = {
  id: number;
  /** UTC with six decimals, e.g. `2027-01-31T08:15:00.123000Z`. */
  at: string;
  actorId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  detail: unknown;
  before: unknown;
  after: unknown;
};

/** What of an event is personal: only a commitment to it is sealed. */
export type Particulars = { network: string | null; reason: string | null };

/** Where an event stands in the chain. Hashes and commitments are SHA-256 in hexadecimal. */
export type Link = { previous: string; position: number; commitment: string | null };

/** The hash before the first one. */
export const BEFORE_THE_FIRST = '0'.repeat(64);

/** The text whose SHA-256 seals an event: it binds the event to its position and to all that came before. */
export function sealedText(event: SealedEvent, { previous, position, commitment }: Link): string {
  return `${previous}\n${canonicalJson({ ...event, position, commitment })}`;
}

/** The text to whose HMAC under the salt of the event the chain commits. */
export function particularsText({ network, reason }: Particulars): string {
  return canonicalJson({ network, reason });
}
