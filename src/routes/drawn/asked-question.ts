import type { IncomingMessage } from 'node:http';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Environment } from '#lib/server/environment.ts';
import { readSessionId } from './asked-page.ts';

/** The page of a question, asked for by somebody with a session. */
export type AskedQuestion = { attemptId: string; position: number; sessionId: string };

const QUESTION = /^\/attempts\/([0-9a-f-]{36})\/([1-9]\d{0,3})$/;

/** Which question is asked for, where nothing comes with it; everything unusual is null, and the framework's to answer. */
export function readAskedQuestion(request: IncomingMessage, environment: Environment): AskedQuestion | null {
  const { method, url = '' } = request;
  const [, attemptId = '', position = ''] = (method === 'GET' && QUESTION.exec(url)) || [];
  const sessionId = isUuid(attemptId) ? readSessionId(request, environment) : null;
  return sessionId === null ? null : { attemptId, position: Number(position), sessionId };
}
