import type { RequestEvent } from '@sveltejs/kit';
import { readTraceparent } from '#lib/server/watch/read-traceparent.ts';
import { inSpan } from '#lib/server/watch/tracing.ts';

type Event = Pick<RequestEvent, 'locals' | 'request' | 'route' | 'url'>;

/** The name of a form action, `?/respond`; whatever else somebody puts there is left out. */
const actionOf = ({ search }: URL) => /^\?\/([a-zA-Z]{1,40})(?:&|$)/.exec(search)?.[1] ?? null;

/** A request by its route: its path may hold a token or a name. A span elsewhere counts where its proxy is believed. */
function describe({ locals, request, route, url }: Event) {
  const { method } = request;
  const action = method === 'POST' ? actionOf(url) : null;
  const parent = locals.environment.trustProxy ? readTraceparent(request.headers.get('traceparent')) : null;
  const named = route.id === null ? {} : { 'http.route': route.id };
  const acted = action === null ? {} : { 'footnote.action': action };
  const facts = { 'http.request.method': method, ...named, ...acted };
  return { name: `${method} ${route.id ?? '(none)'}`, kind: 'server', facts, parent } as const;
}

/** Answers a request within a span, where tracing is on. */
export async function traceRequest(event: Event, answer: () => Promise<Response>): Promise<Response> {
  return inSpan(
    () => describe(event),
    async (add) => {
      const response = await answer();
      const { status } = response;
      add({
        'http.response.status_code': status,
        ...(status >= 500 ? { 'error.type': String(status) } : {})
      });
      return response;
    }
  );
}
