import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import * as v from 'valibot';

const attribute = v.object({ key: v.string(), value: v.record(v.string(), v.unknown()) });

const span = v.object({
  traceId: v.string(),
  spanId: v.string(),
  parentSpanId: v.optional(v.string(), ''),
  name: v.string(),
  attributes: v.array(attribute),
  status: v.object({ code: v.optional(v.number(), 0) })
});

/** What OTLP sends as JSON, as far as tests look at it. */
const bodySchema = v.object({
  resourceSpans: v.array(
    v.object({
      resource: v.object({ attributes: v.array(attribute) }),
      scopeSpans: v.array(v.object({ spans: v.array(span) }))
    })
  )
});

export type CollectedSpan = {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId: string;
  facts: Record<string, unknown>;
  isFailed: boolean;
};

const factsOf = (attributes: v.InferOutput<typeof attribute>[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

/** A collector of traces on loopback: a server that takes OTLP over http as JSON, keeps it, and answers with the status. */
export async function openTraceCollector(status = 200) {
  const spans: CollectedSpan[] = [];
  const paths = new Set<string>();
  const server = createServer((request, response) => {
    paths.add(`${request.method} ${request.url}`);
    void json(request).then((body) => {
      const { resourceSpans } = v.parse(bodySchema, body);
      for (const { resource, scopeSpans } of resourceSpans)
        for (const { name, traceId, spanId, parentSpanId, attributes, status } of scopeSpans.flatMap(
          (scope) => scope.spans
        )) {
          const facts = { ...factsOf(resource.attributes), ...factsOf(attributes) };
          spans.push({ name, traceId, spanId, parentSpanId, facts, isFailed: status.code === 2 });
        }
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { endpoint: `http://127.0.0.1:${port}`, spans, paths, close };
}
