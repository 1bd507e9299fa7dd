import { timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { openSteps, STEP_SECONDS } from '#lib/domain/identity/one-time-code.ts';

const secretOf = (bytes: Uint8Array) => new Secret({ buffer: new Uint8Array(bytes).buffer });

/** The code of a step (RFC 6238: SHA-1, six digits, which is what apps can do). */
export function codeOfStep(secret: Uint8Array, step: number): string {
  return TOTP.generate({ secret: secretOf(secret), timestamp: step * STEP_SECONDS * 1000 });
}

/** The step whose code this is, of those that are open; null: of none. Each is compared in constant time. */
export function findStep(
  secret: Uint8Array,
  { code, lastStep, now }: { code: string; lastStep: number; now: Date }
): number | null {
  const typed = Buffer.from(code);
  const fitting = openSteps(now, lastStep).filter((step) => {
    const expected = Buffer.from(codeOfStep(secret, step));
    return expected.length === typed.length && timingSafeEqual(expected, typed);
  });
  return fitting[0] ?? null;
}

/** The secret as people type it, in groups of four, and the address that the QR code holds. */
export function describeSecret(
  secret: Uint8Array,
  { email, host }: { email: string; host: string }
): { text: string; address: string } {
  const issuer = `Footnote (${host})`;
  const app = new TOTP({ issuer, label: email, secret: secretOf(secret) });
  return { text: app.secret.base32.match(/.{1,4}/g)?.join(' ') ?? '', address: app.toString() };
}
