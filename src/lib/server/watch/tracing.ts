/** What a span says beside its name. Never what a person typed, is called or can be found by. */
export type Facts = Record<string, string | number>;

/** A span elsewhere to which ours belong, as `traceparent` names it. */
export type RemoteSpan = { traceId: string; spanId: string; isSampled: boolean };

export type Spanning = {
  name: string;
  kind: 'server' | 'client' | 'internal';
  facts: Facts;
  /** Null or absent: the span that is under way, or none. */
  parent?: RemoteSpan | null;
};

export type Tracing = {
  /** Does the work within a span; spans of the work are its children. What the work throws passes. */
  span: <Value>(
    spanning: Spanning,
    work: (add: (facts: Facts) => void) => PromiseLike<Value>
  ) => Promise<Value>;
  /** Hands out what is left. */
  close: () => Promise<void>;
};

declare global {
  /** Undefined: tracing is off, and none of its packages is loaded. One a process; see `globalThis.footnote`. */
  var footnoteTracing: Tracing | undefined;
}

const nothing = () => {};

/** Does the work within a span, where tracing is on. */
export function inSpan<Value>(
  spanning: () => Spanning,
  work: (add: (facts: Facts) => void) => PromiseLike<Value>
): PromiseLike<Value> {
  const tracing = globalThis.footnoteTracing;
  return tracing === undefined ? work(nothing) : tracing.span(spanning(), work);
}
