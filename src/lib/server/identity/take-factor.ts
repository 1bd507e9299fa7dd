import { readOneTimeCode } from '#lib/domain/identity/one-time-code.ts';
import { readRecoveryCode } from '#lib/domain/identity/recovery-code.ts';
import type { Executor } from '../db/index.ts';
import { findStep } from './authenticator-code.ts';
import { unsealAppSecret } from './authenticator-secret.ts';
import { selectOptionalApp, updateLastStep, updateRecoveryCodeUsed } from './factor-queries.ts';
import { hashRecoveryCode } from './recovery-code-hash.ts';
import { tellOfFactor } from './tell-of-factor.ts';

/** What was typed in place of a second factor. */
export type TypedFactor = { kind: 'app' | 'recovery-code'; code: string };

type Taking = {
  personId: string;
  factor: TypedFactor;
  signingSecret: string | null;
  origin: string;
  now: Date;
};

/** The app's secret was sealed under another SIGNING_SECRET: no code can be right until the operator gives it back. */
class SecretLost extends Error {
  override name = 'SecretLost';
}

async function takeAppCode(tx: Executor, { personId, factor, signingSecret, now }: Taking): Promise<boolean> {
  const code = readOneTimeCode(factor.code);
  const app = await selectOptionalApp(tx, personId);
  if (code === null || app === null) return false;
  const secret = unsealAppSecret(app.sealedSecret, { personId, signingSecret });
  if (secret === null)
    throw new SecretLost(
      `The authenticator app of person ${personId} was sealed under another SIGNING_SECRET`
    );
  const step = findStep(secret, { code, lastStep: app.lastStep, now });
  return step !== null && (await updateLastStep(tx, { personId, step }));
}

async function takeRecoveryCode(tx: Executor, { personId, factor, origin, now }: Taking): Promise<boolean> {
  const code = readRecoveryCode(factor.code);
  if (code === null) return false;
  const isTaken = await updateRecoveryCodeUsed(tx, { personId, codeHash: hashRecoveryCode(code), now });
  if (isTaken) await tellOfFactor(tx, { personId, change: 'code-used', origin, now });
  return isTaken;
}

/** Uses up a code that is right; false: it is wrong, or was used. Call it inside a transaction. */
export function takeFactor(tx: Executor, taking: Taking): Promise<boolean> {
  return taking.factor.kind === 'app' ? takeAppCode(tx, taking) : takeRecoveryCode(tx, taking);
}
