import type { ThrottlePolicy } from '#lib/domain/identity/throttle.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { enterWithFactor, type Asked } from './enter-with-factor.ts';
import { guardGuess } from './guard-guess.ts';
import type { StartedSession } from './session.ts';
import { takeFactor, type TypedFactor } from './take-factor.ts';
import type { Throttled } from './throttle.ts';

/**
 * Of six digits three are right at any time: at one try an hour, a year of guessing succeeds once in forty. Whoever
 * guesses knows the password already; the owner, kept waiting by them, gets in with a recovery code or a passkey.
 */
const POLICY: ThrottlePolicy = {
  free: 5,
  firstWaitSeconds: 15,
  longestWaitSeconds: 3600,
  forgetAfterSeconds: 86_400
};

type Entered = Awaited<ReturnType<typeof enterWithFactor>>;

type Shown = {
  asked: Asked;
  factor: TypedFactor;
  signingSecret: string | null;
  origin: string;
  now: Date;
};

/**
 * Takes a code as second factor and lets its person in. Wrong ones are counted by person, apps and recovery codes each
 * for themselves.
 */
export async function showSecondFactor(
  db: Executor,
  { asked, factor, signingSecret, origin, now }: Shown
): Promise<Result<StartedSession, Throttled | { kind: 'ended' }>> {
  const { personId } = asked;
  const records = [{ door: factor.kind, from: personId, policy: POLICY }];
  const tried = await guardGuess<Entered>(db, { records, now }, () =>
    db.transaction(async (tx) => {
      const isRight = await takeFactor(tx, { personId, factor, signingSecret, origin, now });
      return isRight
        ? success(await enterWithFactor(tx, { asked, factor: factor.kind, now }))
        : failure('wrong');
    })
  );
  if (!tried.ok) return tried;
  return tried.value.ok ? tried.value : failure({ kind: 'ended' });
}
