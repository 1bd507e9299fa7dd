import { mayReadMetrics } from '#lib/server/watch/may-read-metrics.ts';
import { writeMetrics } from '#lib/server/watch/write-metrics.ts';
import type { RequestHandler } from './$types';

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

const OFF = 'Metrics are off. Set METRICS_TOKEN to switch them on.\n';

/** What Prometheus reads. */
export const GET: RequestHandler = async ({ locals, request }) => {
  const verdict = mayReadMetrics(locals.environment, request.headers.get('authorization'));
  if (verdict === 'off') return new Response(OFF, { status: 404, headers: plain });
  if (verdict === 'no') {
    const headers = { ...plain, 'www-authenticate': 'Bearer' };
    return new Response('Send the METRICS_TOKEN as bearer token.\n', { status: 401, headers });
  }
  const { type, text } = await writeMetrics(locals.db, locals.now);
  return new Response(text, { headers: { ...plain, 'content-type': type } });
};
