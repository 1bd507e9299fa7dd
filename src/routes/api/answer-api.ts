import type { RequestEvent } from '@sveltejs/kit';
import type { ApiScope } from '#lib/domain/identity/api-scope.ts';
import { secondsToWait, waitWords } from '#lib/domain/identity/throttle.ts';
import { findApiToken, type TokenHolder } from '#lib/server/identity/find-api-token.ts';
import { clientNetwork } from '../client-network.ts';
import { problemAnswer } from './problem-answer.ts';

const NO_TOKEN = 'Send a token as "Authorization: Bearer …". An admin makes one under Settings, API tokens.';
const WRONG_TOKEN =
  'This token does not work: it is not known, has ended, or its owner is no admin any more.';

/** The token of a request, or null where it shows none. */
function tokenOf(request: Request): string | null {
  return /^Bearer ([\w-]{1,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
}

function refuse(detail: string, error: string | null): Response {
  const challenge = `Bearer realm="Footnote"${error === null ? '' : `, error="${error}"`}`;
  return problemAnswer(401, detail, { 'www-authenticate': challenge });
}

/**
 * Answers a request of the API for who shows a token with the scope; everybody else gets a problem document (RFC 9457,
 * RFC 6750). A cookie counts for nothing here, so that no other site can make a browser ask.
 */
export async function answerApi(
  event: RequestEvent,
  scope: ApiScope,
  answer: (holder: TokenHolder) => Promise<Response>
): Promise<Response> {
  const { db, now } = event.locals;
  const token = tokenOf(event.request);
  if (token === null) return refuse(NO_TOKEN, null);
  const found = await findApiToken(db, { token, network: clientNetwork(event), now });
  if (found.ok) {
    if (found.value.scopes.includes(scope)) return answer(found.value);
    const headers = { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"` };
    return problemAnswer(403, `This token may not do that; it needs the scope ${scope}.`, headers);
  }
  if (found.problem.kind === 'wrong') return refuse(WRONG_TOKEN, 'invalid_token');
  const seconds = secondsToWait(found.problem.until, now);
  const headers = { 'retry-after': String(seconds) };
  return problemAnswer(
    429,
    `Too many tokens from your network did not work. Try again ${waitWords(seconds)}.`,
    headers
  );
}
