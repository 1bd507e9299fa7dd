import type { IncomingMessage, ServerResponse } from 'node:http';
import { peekSession } from '#lib/server/identity/peek-session.ts';
import { meters } from '#lib/server/watch/meters.ts';
import { readAskedQuestion, type AskedQuestion } from './asked-question.ts';
import type { Server } from './know-reader.ts';
import { askQuestion, keepShell, wholePage, type Question } from './question-page.ts';
import { sendPage } from './send-page.ts';

const ROUTE = '/attempts/[id]/[position]';

/** The question as it stands for who asks. Null: the framework is to say why there is none. */
async function ask({ database }: Server, { sessionId, ...place }: AskedQuestion): Promise<Question | null> {
  const person = await peekSession(database.db, { sessionId, now: new Date() });
  return person && askQuestion(database.forPerson(person.id), { person, ...place });
}

/**
 * Answers with the page of a question in front of the framework: what surrounds it is kept from a page that the framework
 * drew, the question itself is drawn each time, by the same component (docs/decisions, “Pages that are kept”). Whatever is
 * unusual is left to the framework. False where the request has not been answered.
 */
export function makeQuestionAnswers(server: Server) {
  const answer = async (asked: AskedQuestion, request: IncomingMessage, response: ServerResponse) => {
    const question = await ask(server, asked);
    if (question === null) return false;
    const page = wholePage(question);
    if (page === null) {
      request.footnoteKeep = async (html, headers) => keepShell(question, html, headers);
      return false;
    }
    request.footnoteRoute = ROUTE;
    meters().drawnPages.inc();
    sendPage(response, page);
    return true;
  };
  return (request: IncomingMessage, response: ServerResponse): Promise<boolean> | false => {
    const asked = readAskedQuestion(request, server.environment);
    // What fails here fails for the framework too, which says so on a page.
    return asked !== null && answer(asked, request, response).catch(() => false);
  };
}
