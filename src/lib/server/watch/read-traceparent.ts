import type { RemoteSpan } from './tracing.ts';

const isZero = (hex: string) => /^0+$/.test(hex);

/** The span that a proxy began, from its `traceparent` (W3C Trace Context, level 1); null: it named none that can be. */
export function readTraceparent(header: string | null): RemoteSpan | null {
  const found = /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/.exec(header ?? '');
  if (found === null) return null;
  const [, version = '', traceId = '', spanId = '', flags = '', rest] = found;
  // Version ff is forbidden, and 00 has no fifth part; later ones may.
  if (version === 'ff' || (version === '00' && rest !== undefined)) return null;
  if (isZero(traceId) || isZero(spanId)) return null;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}
