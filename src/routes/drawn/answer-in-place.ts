import type { RequestEvent } from '@sveltejs/kit';
import { IN_PLACE_HEADER } from '#lib/domain/attempt/sending-outcome.ts';
import { askQuestion, wholePage } from './question-page.ts';

const NEXT = /^(\/attempts\/([0-9a-f-]{36})\/([1-9]\d{0,3}))(?:#feedback)?$/;

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
  const [, path = '', attemptId = '', position = ''] =
    NEXT.exec(response.headers.get('location') ?? '') ?? [];
  if (path === '' || response.headers.has('set-cookie')) return response;
  const question = await askQuestion(db, { person, attemptId, position: Number(position) });
  const page = question && wholePage(question);
  if (page === null) return response;
  return new Response(Buffer.concat(page.chunks), { headers: { ...page.headers, 'content-location': path } });
}
