import { isAscii } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pageInPlace } from './answer-in-place.ts';
import { readAskedResponse, type AskedResponse } from './asked-response.ts';
import type { Server } from './know-reader.ts';
import { sendPage } from './send-page.ts';
import { takeBody } from './take-body.ts';
import { takeResponse } from './take-response.ts';

const ROUTE = '/attempts/[id]/[position]';

function leadOn(response: ServerResponse, location: string): void {
  response.statusCode = 303;
  response.setHeader('location', location);
  response.setHeader('cache-control', 'private, no-store');
  response.end();
}

/** Takes the response that a body holds and answers it, to a script with the next question. False: it was not taken. */
async function answer(
  server: Server,
  { asked, body, response }: { asked: AskedResponse; body: Buffer; response: ServerResponse }
): Promise<boolean> {
  // What a browser sends is all in ASCII: the rest is in percent signs.
  if (!isAscii(body)) return false;
  const taken = await takeResponse(server, { asked, fields: new URLSearchParams(body.toString('latin1')) });
  if (taken === null) return false;
  const { person, location } = taken;
  const db = server.database.forPerson(person.id);
  const page = asked.isInPlace ? await pageInPlace(db, { person, location }).catch(() => null) : null;
  if (page === null) leadOn(response, location);
  else sendPage(response, page);
  return true;
}

/**
 * Takes responses in front of the framework, by the same action, and answers those that are stored. Whatever is unusual is
 * left to the framework, and so is each refusal: it finds the request as if nobody had read it, and a response that was
 * stored all the same is a repeated one to it. False where the request has not been answered.
 */
export function makeResponseAnswers(server: Server) {
  const takeUp = async (asked: AskedResponse, request: IncomingMessage, response: ServerResponse) => {
    request.footnoteRoute = ROUTE;
    const body = await takeBody(request, asked.length);
    // Who sent it has left, and nobody waits for an answer.
    if (body === null) return true;
    // What fails here fails for the framework too, which says so on a page.
    const isAnswered = await answer(server, { asked, body, response }).catch(() => false);
    if (isAnswered) request.resume();
    else request.unshift(body);
    return isAnswered;
  };
  return (request: IncomingMessage, response: ServerResponse): Promise<boolean> | false => {
    // Where requests are traced, each is.
    if (globalThis.footnoteTracing !== undefined) return false;
    const asked = readAskedResponse(request, server.environment);
    return asked !== null && takeUp(asked, request, response);
  };
}
