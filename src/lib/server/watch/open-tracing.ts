import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace, type Context } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider
} from '@opentelemetry/sdk-trace';
import type { TracingSettings } from '../environment.ts';
import type { RemoteSpan, Spanning, Tracing } from './tracing.ts';

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL };

/** Milliseconds that a collector has to take what is left when the program stops. */
const PATIENCE = 3_000;

/** The SQL of a report is long, and its beginning says which one it is. */
const LONGEST_FACT = 2_000;

function makeProvider({ endpoint, serviceName, share }: TracingSettings): TracerProvider {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  return new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanLimits: { attributeValueLengthLimit: LONGEST_FACT },
    spanProcessors: [
      new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url, timeoutMillis: PATIENCE }) })
    ]
  });
}

/** A context in which the spans of `parent` go on. */
function contextOf({ traceId, spanId, isSampled }: RemoteSpan): Context {
  const traceFlags = isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

/** What kind of failure it was; its message may hold what a person typed. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/**
 * Tracing by OpenTelemetry: spans go to the collector that the operator named (OTLP over http, JSON), in batches, beside
 * the requests. A collector that is away costs spans, and nothing else. The packages are loaded with this file.
 */
export function openTracing(settings: TracingSettings): Tracing {
  const provider = makeProvider(settings);
  const tracer = provider.getTracer('footnote');
  const storage = new AsyncLocalStorage<Context>();
  const begin = ({ name, kind, facts, parent }: Spanning) => {
    const around = parent ? contextOf(parent) : (storage.getStore() ?? ROOT_CONTEXT);
    const span = tracer.startSpan(name, { kind: KINDS[kind], attributes: facts }, around);
    return { span, context: trace.setSpan(around, span) };
  };
  return {
    span: async (spanning, work) => {
      const { span, context } = begin(spanning);
      try {
        return await storage.run(context, () => work((facts) => span.setAttributes(facts)));
      } catch (error) {
        span.setAttribute('error.type', kindOf(error)).setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
    close: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE).unref());
      await Promise.race([provider.shutdown().catch(() => {}), late]);
    }
  };
}
