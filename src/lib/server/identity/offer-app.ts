import { randomBytes } from 'node:crypto';
import { qrPath, type QrPath } from '../qr-path.ts';
import { describeSecret } from './authenticator-code.ts';
import { sealAppSecret, unsealAppSecret } from './authenticator-secret.ts';

/** RFC 4226 §4 recommends 160 bits. */
const SECRET_BYTES = 20;

type Owner = { personId: string; email: string; host: string; signingSecret: string | null };

/** `token`: the secret, sealed for its owner, which the form sends back: nothing is stored until it is confirmed. */
export type AppOffer = { text: string; qr: QrPath; token: string };

const describe = (bytes: Uint8Array, token: string, owner: Owner): AppOffer => {
  const { text, address } = describeSecret(bytes, owner);
  return { text, qr: qrPath(address), token };
};

/** A new secret for an authenticator app, as text and as QR code. */
export function offerApp(owner: Owner): AppOffer {
  const bytes = new Uint8Array(randomBytes(SECRET_BYTES));
  return describe(bytes, Buffer.from(sealAppSecret(bytes, owner)).toString('base64url'), owner);
}

/** The secret in the token of an offer; null: it is none of this person's. */
export function openOffer(
  token: string,
  owner: Pick<Owner, 'personId' | 'signingSecret'>
): Uint8Array | null {
  const bytes = unsealAppSecret(new Uint8Array(Buffer.from(token, 'base64url')), owner);
  return bytes?.length === SECRET_BYTES ? bytes : null;
}

/** The same offer again, after a code that was wrong; a new one where the token is none of ours. */
export function offerAppAgain(token: string, owner: Owner): AppOffer {
  const bytes = openOffer(token, owner);
  return bytes === null ? offerApp(owner) : describe(bytes, token, owner);
}
