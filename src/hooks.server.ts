import { building } from '$app/environment';
import { error } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { isDatabaseGone } from '#lib/server/db/is-database-gone.ts';
import { withRequestNetwork } from '#lib/server/identity/request-network.ts';
import { reportWall } from '#lib/server/db/wall/report-wall.ts';
import { findSession } from '#lib/server/identity/session.ts';
import { log } from '#lib/server/log.ts';
import { securityHeaders } from '#lib/server/security-headers.ts';
import { startUp } from '#lib/server/start-up.ts';
import { clientNetwork } from './routes/client-network.ts';
import { gateCookieName, sessionCookieName, writeSessionCookie } from './routes/cookies.ts';
import { executorOf } from './routes/executor-of.ts';
import { logOutcome, logStranger, logUnexpected } from './routes/log-outcome.ts';
import { drawToKeep } from './routes/drawn/draw-to-keep.ts';
import { makeDrawnAnswers } from './routes/drawn/answer-drawn.ts';
import { answerInPlace } from './routes/drawn/answer-in-place.ts';
import { makeQuestionAnswers } from './routes/drawn/answer-questions.ts';
import { makeResponseAnswers } from './routes/drawn/answer-responses.ts';
import { makeReference } from './routes/make-reference.ts';
import { isRequestFromHere } from './routes/request-origin.ts';
import { readReportElsewhere, rememberWrite } from './routes/report-reader.ts';
import { refuseInStorm } from './routes/storm.ts';
import { traceRequest } from './routes/trace-request.ts';

const DATABASE_GONE = 'The database does not answer at this moment. Try again soon.';

const BADGES_OFF =
  'Badges are off, and the secrets of authenticator apps are stored without a seal. To change both set SIGNING_SECRET, e.g. to the output of: openssl rand -base64 48';

/** Opened once a process; held globally, since the development server loads this file again after each edit. */
function application() {
  return (globalThis.footnote ??= startUp(process.env));
}

export const init: ServerInit = async () => {
  if (building) return;
  const { database, environment, setUpLink } = await application();
  const server = { database, environment };
  const [lessons, questions] = [makeDrawnAnswers(server), makeQuestionAnswers(server)];
  const responses = makeResponseAnswers(server);
  globalThis.footnoteDrawn = (request, response) =>
    lessons(request, response) || questions(request, response) || responses(request, response);
  process.stdout.write(`Database: ${database.description}\n`);
  const wall = environment.databaseUrl === null ? null : await reportWall(database);
  if (wall !== null) process.stdout.write(`${wall}\n`);
  if (environment.signingSecret === null) process.stdout.write(`${BADGES_OFF}\n`);
  if (setUpLink === null) return;
  process.stdout.write(`Make the first admin with this link (once, within 24 hours): ${setUpLink}\n`);
};

type RequestEvent = Parameters<Handle>[0]['event'];

/** Probes and the framework's own files are nobody's; the API asks for a token, and looks at no cookie. */
const isPersonal = ({ pathname }: URL) =>
  !/^\/(_app\/|api\/|badges\/|favicon\.|robots\.txt$|healthz$|readyz$|metrics$)/.test(pathname);

/** Without the database nobody is signed in, and nobody is taken for signed out either. */
function failClosed(cause: unknown): never {
  if (!isDatabaseGone(cause)) throw cause;
  log.error({ err: cause }, 'the database does not answer');
  error(503, DATABASE_GONE);
}

async function recognise(event: RequestEvent): Promise<void> {
  const { locals, cookies, url } = event;
  locals.gateVersion = cookies.get(gateCookieName(url)) ?? null;
  const sessionId = cookies.get(sessionCookieName(url));
  if (!sessionId || !isPersonal(url)) return;
  const found = await findSession(locals.db, { sessionId, now: locals.now }).catch(failClosed);
  locals.person = found?.person ?? null;
  if (found?.renewedUntil) writeSessionCookie(event, { id: sessionId, expiresAt: found.renewedUntil });
}

/** Pages differ by person and by gate: nobody but this browser may keep them, and personal ones not even it. */
function addHeaders(response: Response, event: RequestEvent): Response {
  const headers = Object.entries(securityHeaders(event.url.protocol === 'https:'));
  // What badges need elsewhere says so itself; nothing else does.
  for (const [name, value] of headers) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  if (event.locals.person !== null) {
    response.headers.set('cache-control', 'private, no-store');
    // It would name what nobody may keep, and another one each time.
    response.headers.delete('etag');
  } else if (!response.headers.has('cache-control'))
    response.headers.set('cache-control', 'private, no-cache');
  return response;
}

/** The framework knows one status for what nobody expected, 500; this gives the page the one that is true. */
function withStatus({ body, headers }: Response, status: number): Response {
  if (status === 503) headers.set('retry-after', '5');
  return new Response(body, { status, headers });
}

function refuseStranger(event: RequestEvent): Response {
  logStranger(event);
  const text = 'This form was sent from another site. Open the page on this site and try again.\n';
  return new Response(text, { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

/** Pages whose text is set in the serif face. */
const isSerif = (route: string | null) => /\/lesson\/|^\/certificates\//.test(route ?? '');

/** Which files the browser fetches before it has read the styles: of the fonts, those that the first lines need. */
function preloadFor({ route }: RequestEvent) {
  const fonts = isSerif(route.id) ? /source-(sans-3|serif-4)-latin-wght/ : /source-sans-3-latin-wght/;
  return ({ type, path }: { type: string; path: string }) => type !== 'font' || fonts.test(path);
}

async function answer(event: RequestEvent, resolve: Parameters<Handle>[0]['resolve']): Promise<Response> {
  if (!isRequestFromHere(event.request, event.url.origin)) return addHeaders(refuseStranger(event), event);
  const refusal = refuseInStorm(event);
  if (refusal) return addHeaders(refusal, event);
  await recognise(event);
  const { database, person } = event.locals;
  event.locals.db = executorOf({ database, route: event.route.id, person });
  readReportElsewhere(event);
  const drawing = drawToKeep(event);
  const resolved = await resolve(event, { preload: preloadFor(event), ...drawing.options });
  const response = await answerInPlace(event, resolved);
  await rememberWrite(event, response);
  const { statusInstead } = event.locals;
  logOutcome(event, statusInstead ?? response.status);
  const answered = addHeaders(statusInstead === null ? response : withStatus(response, statusInstead), event);
  return drawing.keep(answered);
}

export const handle: Handle = async ({ event, resolve }) => {
  if (building) return resolve(event);
  // For who counts requests where they come in.
  if (event.platform) event.platform.req.footnoteRoute = event.route.id ?? '(none)';
  const { database, environment, jobs } = await application();
  const requestJob = jobs.request;
  const nobody = { person: null, gateVersion: null };
  event.locals = {
    database,
    db: database.db,
    environment,
    requestJob,
    now: new Date(),
    ...nobody,
    statusInstead: null,
    holes: null
  };
  return withRequestNetwork(clientNetwork(event), () => traceRequest(event, () => answer(event, resolve)));
};

/** What a reader of forms throws at a body that is none. */
const isMalformedForm = (cause: unknown) =>
  cause instanceof TypeError && /FormData|^Content-Type was not one of/.test(cause.message);

/** The failures that are not our fault, nor a surprise: a broken form, and a database that is away (503, promise 7). */
function explainFailure(cause: unknown): App.Error | null {
  if (isMalformedForm(cause))
    return { status: 400, message: 'What was sent is not a form that this page can read.' };
  return isDatabaseGone(cause) ? { status: 503, message: DATABASE_GONE } : null;
}

export const handleError: HandleServerError = ({ error: cause, event, status, message }) => {
  if (status < 500) return { message: status === 404 ? 'We cannot find that page.' : message };
  const failure = explainFailure(cause);
  event.locals.statusInstead = failure?.status ?? null;
  if (failure?.status === 400) return failure;
  const reference = makeReference();
  logUnexpected(event, { reference, cause });
  return { message: `Something broke on our side. Reference: ${reference}.`, ...failure, reference };
};
