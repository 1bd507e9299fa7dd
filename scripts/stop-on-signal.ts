import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** Requests that are under way when the server closes have this long, in milliseconds. */
const LAST_ANSWERS = 10_000;

/** What a load balancer asks; only the path is looked at. */
const isReadinessCheck = ({ url }: IncomingMessage) => /^\/readyz(\?|$)/.test(url ?? '');

/**
 * An end without a failed request. First /readyz answers 503 for `drainSeconds`, while every other request is still
 * taken: so long a load balancer may need to see that this process leaves. Connections that were kept open end with
 * their next answer. Then the server takes nothing new and finishes what is under way.
 */
export function drainable(server: Server, drainSeconds: number) {
  let isDraining = false;
  return {
    /** Stands before everything else; false where the request has been answered. */
    front: (request: IncomingMessage, response: ServerResponse): boolean => {
      if (!isDraining) return true;
      response.setHeader('connection', 'close');
      if (!isReadinessCheck(request)) return true;
      request.footnoteRoute = '/readyz';
      response
        .writeHead(503, { 'content-type': 'text/plain', 'cache-control': 'no-store' })
        .end('stopping\n');
      return false;
    },
    drain: async (): Promise<void> => {
      isDraining = true;
      await wait(drainSeconds * 1000);
      setTimeout(() => server.closeAllConnections(), LAST_ANSWERS).unref();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    }
  };
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

/**
 * Does the work on SIGTERM, on SIGINT and on SIGHUP (a terminal that closes, a supervisor that reloads) and ends with 0. A
 * second signal ends at once. Called before anything takes long: as the first process of a container the program would not
 * hear a signal that it does not ask for.
 */
export function stopOnSignal(work: () => Promise<void>): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    console.log('Footnote is stopping.');
    const endBadly = (error: unknown) => {
      console.error(error);
      process.exit(1);
    };
    void work().then(() => process.exit(0), endBadly);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  stopWithNpm(stop);
}
