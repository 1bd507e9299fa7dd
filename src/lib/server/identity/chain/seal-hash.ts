import { createHash, createHmac } from 'node:crypto';
import {
  particularsText,
  sealedText,
  type Link,
  type Particulars,
  type SealedEvent
} from '#lib/domain/identity/chain/sealed-text.ts';

/** An event's particulars with their salt; null: there are none, or they were erased. */
export type Salted = (Particulars & { salt: string }) | null;

/** The commitment to an event's particulars: HMAC-SHA-256 under their salt; null where there are none. */
export function commitmentTo(particulars: Salted): string | null {
  if (particulars === null) return null;
  return createHmac('sha256', particulars.salt).update(particularsText(particulars)).digest('hex');
}

/** The hash that seals an event at its place. */
export function sealHash(event: SealedEvent, link: Link): string {
  return createHash('sha256').update(sealedText(event, link)).digest('hex');
}
