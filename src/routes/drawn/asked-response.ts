import type { IncomingMessage } from 'node:http';
import { IN_PLACE_HEADER } from '#lib/domain/attempt/sending-outcome.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Environment } from '#lib/server/environment.ts';
import { readSessionId } from './asked-page.ts';
import { isFromOurPage } from './from-our-page.ts';

/** A response that a page of ours sends in a session: to which place, in so many bytes, and how it is to be answered. */
export type AskedResponse = {
  attemptId: string;
  position: number;
  sessionId: string;
  from: 'check' | null;
  length: number;
  isInPlace: boolean;
};

const ADDRESS = /^\/attempts\/([0-9a-f-]{36})\/([1-9]\d{0,3})\?\/respond(&from=check)?$/;

/** As forms and scripts send it; the name of no other encoding. */
const FORM = /^application\/x-www-form-urlencoded(?:; ?charset=utf-8)?$/i;

/** Far more than any form of ours holds. */
const MOST_BYTES = 16_384;

/** Headers by which the body or the answer would be another than these here. */
const UNUSUAL = ['transfer-encoding', 'content-encoding', 'expect', 'x-sveltekit-action'];

const wantsPage = (accept = '') => /^text\/html(?:,|$)/.test(accept) && !accept.includes('json');

/** The length of a form that is to be answered with a page; null: anything else. */
function lengthOfForm({ headers }: IncomingMessage): number | null {
  if (!FORM.test(headers['content-type'] ?? '') || !wantsPage(headers.accept)) return null;
  if (UNUSUAL.some((name) => name in headers)) return null;
  const length = Number(headers['content-length'] ?? '');
  return length > 0 && length <= MOST_BYTES ? length : null;
}

/** Which response is sent, where nothing about it is unusual; null: it is the framework's to answer. */
export function readAskedResponse(request: IncomingMessage, environment: Environment): AskedResponse | null {
  const { method, url = '', headers } = request;
  const [, attemptId = '', position = '', from] = (method === 'POST' && ADDRESS.exec(url)) || [];
  if (!isUuid(attemptId) || !isFromOurPage(request, environment)) return null;
  const length = lengthOfForm(request);
  const sessionId = readSessionId(request, environment);
  if (length === null || sessionId === null) return null;
  const isInPlace = IN_PLACE_HEADER in headers;
  return {
    attemptId,
    position: Number(position),
    sessionId,
    from: from === undefined ? null : 'check',
    length,
    isInPlace
  };
}
