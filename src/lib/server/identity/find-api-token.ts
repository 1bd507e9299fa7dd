import { isApiScope, type ApiScope } from '#lib/domain/identity/api-scope.ts';
import type { ThrottlePolicy } from '#lib/domain/identity/throttle.ts';
import { success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { hashApiToken } from './create-api-token.ts';
import { withThrottle, type Throttled } from './throttle.ts';
import { selectOptionalToken, updateTokenUsed } from './token-queries.ts';

/** Who asks with a token: in whose name, and what it may do. */
export type TokenHolder = { tokenId: string; ownerId: string; scopes: ApiScope[] };

/** Milliseconds for which one note of a token's use does. */
const NOTED_FOR = 60_000;

/** A program that was given a wrong token tries it often; 256 random bits are not guessed at this pace. */
const POLICY: ThrottlePolicy = {
  free: 50,
  firstWaitSeconds: 1,
  longestWaitSeconds: 300,
  forgetAfterSeconds: 3600
};

/** Whose token it is. Tokens that do not work are counted by the network from which they came. */
export async function findApiToken(
  db: Executor,
  { token, network, now }: { token: string; network: string; now: Date }
): Promise<Result<TokenHolder, Throttled>> {
  const place = { door: 'api', from: network, policy: POLICY, now };
  const found = await withThrottle(db, place, () =>
    selectOptionalToken(db, { tokenHash: hashApiToken(token), now })
  );
  if (!found.ok) return found;
  const { id, ownerId, scopes } = found.value;
  await updateTokenUsed(db, { id, now, before: new Date(now.getTime() - NOTED_FOR) });
  return success({ tokenId: id, ownerId, scopes: scopes.filter(isApiScope) });
}
