import { inSpan } from './tracing.ts';

/** Says who asks, with a person's id in it (wall/person-executor.ts). */
const SAYS_WHO = /^set (local )?footnote\.person/;

/** A statement within a span, where tracing is on: its text as the query builder wrote it, never its values. */
export function spanStatement<Value>(text: string, ask: () => PromiseLike<Value>): PromiseLike<Value> {
  if (globalThis.footnoteTracing === undefined || SAYS_WHO.test(text)) return ask();
  const operation = /^\W*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? 'statement';
  const facts = {
    'db.system.name': 'postgresql',
    'db.operation.name': operation,
    'db.query.text': text
  };
  return inSpan(() => ({ name: operation, kind: 'client', facts }), ask);
}

/** A transaction within a span: an action is one of them. */
export function spanTransaction<Value>(work: () => PromiseLike<Value>): PromiseLike<Value> {
  const facts = { 'db.system.name': 'postgresql' };
  return inSpan(() => ({ name: 'transaction', kind: 'client', facts }), work);
}
