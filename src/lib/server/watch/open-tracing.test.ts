import { expect, it } from 'vitest';
import { openTraceCollector } from '../../../../tests/support/trace-collector.ts';
import { openTracing } from './open-tracing.ts';
import { readTraceparent } from './read-traceparent.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const from = readTraceparent(`00-${traceId}-00f067aa0ba902b7-01`);

const request = { name: 'GET /me', kind: 'server', facts: { 'http.route': '/me' } } as const;
const statement = { name: 'select', kind: 'client', facts: {} } as const;

it('hands spans to the collector, those of the work below those around it, and goes on with a trace of elsewhere', async () => {
  const collector = await openTraceCollector();
  const tracing = openTracing({ endpoint: `${collector.endpoint}/`, serviceName: 'cme', share: 1 });
  const answer = await tracing.span({ ...request, parent: from }, (add) => {
    add({ 'http.response.status_code': 200 });
    return tracing.span(statement, async () => 'found');
  });
  const failed = tracing.span(statement, () => Promise.reject(new TypeError('Ada Lovelace is missing')));
  await expect(failed).rejects.toThrow('Ada');
  const unsampled = { ...request, parent: readTraceparent(`00-${traceId}-00f067aa0ba902b7-00`) };
  await tracing.span(unsampled, () => Promise.resolve());
  await tracing.close();
  collector.close();
  expect(answer).toBe('found');
  expect([...collector.paths]).toEqual(['POST /v1/traces']);
  const [inner, outer, alone, ...rest] = collector.spans;
  expect(rest).toEqual([]);
  expect(outer).toMatchObject({ name: 'GET /me', traceId, parentSpanId: '00f067aa0ba902b7' });
  expect(outer?.facts).toMatchObject({
    'service.name': 'cme',
    'http.route': '/me',
    'http.response.status_code': 200
  });
  expect(inner).toMatchObject({ name: 'select', traceId, parentSpanId: outer?.spanId, isFailed: false });
  expect(alone).toMatchObject({ parentSpanId: '', isFailed: true, facts: { 'error.type': 'TypeError' } });
  expect(JSON.stringify(collector.spans)).not.toContain('Ada');
});

it('ends, and disturbs nobody, where the collector takes nothing', async () => {
  const collector = await openTraceCollector(403);
  const tracing = openTracing({ ...collector, serviceName: 'cme', share: 1 });
  expect(await tracing.span(request, async () => 'answered')).toBe('answered');
  await tracing.close();
  collector.close();
  expect(collector.spans.map(({ name }) => name)).toEqual(['GET /me']);
});
