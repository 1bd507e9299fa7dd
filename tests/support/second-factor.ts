import { Secret, TOTP } from 'otpauth';
import type { Visitor } from './visitor.ts';

/** The code that an authenticator app shows at an instant; `key` as the page of the set-up prints it. */
export function codeOf(key: string, at = Date.now()): string {
  return TOTP.generate({ secret: Secret.fromBase32(key.replaceAll(' ', '')), timestamp: at });
}

/** Sets up an authenticator app by its page, which counts as having shown a second factor. Returns its key. */
export async function setUpApp(visitor: Visitor): Promise<string> {
  const path = '/me/settings/security/app';
  const { body } = await visitor.get(path);
  const key = /<code id="key"[^>]*>([A-Z2-7 ]+)</.exec(body)?.[1] ?? '';
  const token = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
  const { status } = await visitor.post(path, { token, code: codeOf(key) });
  if (status !== 303) throw new Error(`The set-up of an authenticator app answered ${status}.`);
  return key;
}
