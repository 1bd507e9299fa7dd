import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseEnvironment, type Environment } from '#lib/server/environment.ts';
import { publicAddress } from '#lib/server/start-up.ts';
import { buildIfNeeded } from './build-if-needed.ts';
import { reportStartError } from './explain-start-error.ts';
import { handlerVariables, makeFront } from './request-front.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Requests that are under way when the program is told to stop have this long, in milliseconds. */
const DRAIN = 10_000;

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

/** Takes no new requests, lets those under way finish, closes the database, ends with 0. A second signal ends at once. */
function stopOnSignal(server: Server): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    console.log('Footnote is stopping.');
    setTimeout(() => server.closeAllConnections(), DRAIN).unref();
    server.close(() => void closeDatabase().then(() => process.exit(0)));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  stopWithNpm(stop);
}

/** npm hands a signal to the shell that it started, and that shell ends without us: then our parent is another one. */
function stopWithNpm(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250).unref();
}

/** Until the database is open, requests are told to come back. */
function refuseForNow(response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' });
  response.end('Footnote is starting. Try again in a moment.\n');
}

async function start(): Promise<void> {
  const environment = parseEnvironment(process.env);
  buildIfNeeded();
  const front = makeFront(environment);
  let handler: Handler | null = null;
  const server = createServer((request, response) => {
    if (!front(request, response)) return;
    if (handler === null) refuseForNow(response);
    else handler(request, response, () => response.writeHead(404).end());
  });
  await listen(server, environment);
  handler = await loadHandler(environment);
  stopOnSignal(server);
  console.log(`Footnote is ready at ${publicAddress(environment)}`);
}

try {
  await start();
} catch (error) {
  reportStartError(error);
  await closeDatabase().catch(() => {});
  process.exit(1);
}
