import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

declare module 'node:http' {
  interface IncomingMessage {
    /** The id of the route that answers, e.g. `/activities/[slug]`; whoever knows it says it. Never the path that was asked for. */
    footnoteRoute?: string;
  }
}

/** Seconds. From what a kept page takes to what nobody waits for. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Nobody may make series at will by words of their own. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Files of the built program are answered before anybody could tell a route. */
const NO_ROUTE = '(file)';

type Series = { count: Counter.Internal; time: Histogram.Internal<string> };

function makeMetrics(register: Registry) {
  const registers = [register];
  const total = new Counter({
    name: 'footnote_http_requests_total',
    help: 'Requests that were answered, or left by who asked (status "aborted").',
    labelNames: ['method', 'route', 'status'],
    registers
  });
  const seconds = new Histogram({
    name: 'footnote_http_request_duration_seconds',
    help: 'From the head of the request until the last byte was handed to the network.',
    labelNames: ['method', 'route'],
    buckets: BUCKETS,
    registers
  });
  return { total, seconds };
}

/** The status as a class, `2xx`; who went before the end gets `aborted`. */
const statusOf = ({ writableFinished, statusCode }: ServerResponse) =>
  writableFinished ? `${Math.floor(statusCode / 100)}xx` : 'aborted';

/** The pair of series that a request belongs to is looked up once and kept: `labels()` costs more than all the rest. */
function keepSeries({ total, seconds }: ReturnType<typeof makeMetrics>) {
  const kept = new Map<string, Series>();
  return (method: string, route: string, status: string): Series => {
    const key = `${method} ${status} ${route}`;
    const found = kept.get(key);
    if (found !== undefined) return found;
    const count = total.labels({ method, route, status });
    const made = { count, time: seconds.labels({ method, route }) };
    kept.set(key, made);
    return made;
  };
}

/**
 * Counts requests where they come in, so that those are counted as well that the framework never sees. It costs about a
 * microsecond a request.
 */
export function makeRequestMeter(register: Registry) {
  const seriesOf = keepSeries(makeMetrics(register));
  let underWay = 0;
  new Gauge({
    name: 'footnote_http_requests_under_way',
    help: 'Requests that are being answered at this moment.',
    registers: [register],
    collect() {
      this.set(underWay);
    }
  });
  return (request: IncomingMessage, response: ServerResponse): void => {
    const begun = performance.now();
    underWay += 1;
    response.on('close', () => {
      underWay -= 1;
      const { method = '', footnoteRoute = NO_ROUTE } = request;
      const known = METHODS.has(method) ? method : 'other';
      const { count, time } = seriesOf(known, footnoteRoute, statusOf(response));
      count.inc();
      time.observe((performance.now() - begun) / 1000);
    });
  };
}
