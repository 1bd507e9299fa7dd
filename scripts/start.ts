import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseEnvironment, type Environment } from '#lib/server/environment.ts';
import { publicAddress } from '#lib/server/public-address.ts';
import { meters } from '#lib/server/watch/meters.ts';
import { buildIfNeeded } from './build-if-needed.ts';
import { reportStartError } from './explain-start-error.ts';
import { handlerVariables, makeFront } from './request-front.ts';
import { drainable, stopOnSignal } from './stop-on-signal.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Longer than proxies keep an idle connection: they end it, not we while the next request is on its way. */
const KEPT_OPEN = 75_000;

const isHandler = (value: unknown): value is Handler => typeof value === 'function';

/** Loads the built server, which opens the database and migrates it. */
async function loadHandler(environment: Environment): Promise<Handler> {
  for (const name of ['ORIGIN', 'ADDRESS_HEADER', 'PROTOCOL_HEADER', 'HOST_HEADER', 'PORT_HEADER']) {
    Reflect.deleteProperty(process.env, name);
  }
  Object.assign(process.env, handlerVariables(environment));
  const built: unknown = await import(pathToFileURL(resolve('build/handler.js')).href);
  if (typeof built === 'object' && built !== null && 'handler' in built && isHandler(built.handler)) {
    return built.handler;
  }
  throw new Error('build/handler.js has no handler. Remove the folder build and start again.');
}

function listen(server: Server, { host, port }: Environment): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
}

async function closeDatabase(): Promise<void> {
  const application = await globalThis.footnote;
  await application?.close();
}

/** Until the database is open, requests are told to come back. */
function refuseForNow(request: IncomingMessage, response: ServerResponse): void {
  request.footnoteRoute = '(starting)';
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' });
  response.end('Footnote is starting. Try again in a moment.\n');
}

/** Pages that were kept are answered in front of the built server (src/routes/drawn). */
async function pass(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const kept = globalThis.footnoteDrawn?.(request, response) ?? false;
  if (kept !== false && (await kept)) return;
  handler(request, response, () => response.writeHead(404).end());
}

async function start(): Promise<void> {
  const environment = parseEnvironment(process.env);
  buildIfNeeded();
  const front = makeFront(environment);
  let handler: Handler | null = null;
  const { countRequest } = meters();
  const server = createServer({ keepAliveTimeout: KEPT_OPEN }, (request, response) => {
    countRequest(request, response);
    if (!front(request, response) || !draining.front(request, response)) return;
    if (handler === null) refuseForNow(request, response);
    else void pass(handler, request, response);
  });
  const draining = drainable(server, environment.drainSeconds);
  // Until it is ready it has promised nobody anything, and what it began is undone by the database.
  stopOnSignal(async () => {
    if (handler !== null) await draining.drain().then(closeDatabase);
  });
  await listen(server, environment);
  handler = await loadHandler(environment);
  console.log(`Footnote is ready at ${publicAddress(environment)}`);
}

try {
  await start();
} catch (error) {
  reportStartError(error);
  await closeDatabase().catch(() => {});
  process.exit(1);
}
