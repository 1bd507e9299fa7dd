import type { RequestEvent } from '@sveltejs/kit';
import { IN_PLACE_HEADER } from '#lib/domain/attempt/sending-outcome.ts';
import type { Executor } from '#lib/server/db/index.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { askQuestion, wholePage } from './question-page.ts';

const NEXT = /^(\/attempts\/([0-9a-f-]{36})\/([1-9]\d{0,3}))(?:#feedback)?$/;

/** The page of the question that somebody is led on to, with its address; null: it is no question, or not known here. */
export async function pageInPlace(
  db: Executor,
  { person, location }: { person: SignedInPerson; location: string }
) {
  const [, path = '', attemptId = '', position = ''] = NEXT.exec(location) ?? [];
  if (path === '') return null;
  const question = await askQuestion(db, { person, attemptId, position: Number(position) });
  const page = question && wholePage(question);
  return page && { chunks: page.chunks, headers: { ...page.headers, 'content-location': path } };
}

/**
 * Where a script sent an answer and is led on to a question, gives it that page at once: it is spared a second way to the
 * server, and the page is as the database holds it after the answer was stored. Every other response stays as it is.
 */
export async function answerInPlace(
  { request, locals }: Pick<RequestEvent, 'request' | 'locals'>,
  response: Response
): Promise<Response> {
  const { db, person } = locals;
  if (response.status !== 303 || person === null || !request.headers.has(IN_PLACE_HEADER)) return response;
  if (response.headers.has('set-cookie')) return response;
  const page = await pageInPlace(db, { person, location: response.headers.get('location') ?? '' });
  return page === null ? response : new Response(Buffer.concat(page.chunks), { headers: page.headers });
}
