import { readCompletionView } from '#lib/domain/report/completion-view.ts';
import { readPageOfApi } from '#lib/domain/report/page-of-api.ts';
import { readCompletionsByApi } from '#lib/server/report/read-completions-by-api.ts';
import { answerApi } from '../../answer-api.ts';
import { jsonAnswer } from '../../json-answer.ts';
import { problemAnswer } from '../../problem-answer.ts';
import type { RequestHandler } from './$types';

/** The address of the next page: this one, from another completion on. */
function nextLink({ pathname, searchParams }: URL, after: string): string {
  const query = new URLSearchParams(searchParams);
  query.set('after', after);
  return `${pathname}?${query.toString()}`;
}

export const GET: RequestHandler = (event) =>
  answerApi(event, 'completions:read', async (holder) => {
    const { db, now } = event.locals;
    const view = readCompletionView(event.url.searchParams);
    const page = readPageOfApi(event.url.searchParams);
    const problems = [view, page].flatMap((read) => (read.ok ? [] : read.problem));
    if (!view.ok || !page.ok) return problemAnswer(400, 'Some parameters cannot be read.', {}, problems);
    const found = await readCompletionsByApi(db, { view: view.value, ...page.value, holder, now });
    return jsonAnswer({ ...found, next: found.next && nextLink(event.url, found.next) });
  });
