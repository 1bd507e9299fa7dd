import type { Executor } from './index.ts';

type Waiting<Value> = { resolve: (value: Value | null) => void; reject: (cause: unknown) => void };

/** Those who asked in the same turn, by what they asked for. */
type Turn<Value> = Map<string, Waiting<Value>[]>;

/**
 * Asks the database once for all that requests ask in the same turn of the event loop. Nothing is kept from one turn to
 * the next: every answer was read after its question. `ask` finds by key; what it does not find is null.
 */
export function gatherCalls<Value>(
  ask: (db: Executor, keys: string[]) => Promise<Map<string, Value>>
): (db: Executor, key: string) => Promise<Value | null> {
  const turns = new WeakMap<Executor, Turn<Value>>();
  const answer = async (db: Executor) => {
    const turn = turns.get(db) ?? new Map<string, Waiting<Value>[]>();
    turns.delete(db);
    try {
      const found = await ask(db, [...turn.keys()]);
      for (const [key, all] of turn) for (const { resolve } of all) resolve(found.get(key) ?? null);
    } catch (cause) {
      for (const { reject } of [...turn.values()].flat()) reject(cause);
    }
  };
  return (db, key) =>
    new Promise((resolve, reject) => {
      const turn: Turn<Value> = turns.get(db) ?? new Map<string, Waiting<Value>[]>();
      if (turn.size === 0) {
        turns.set(db, turn);
        setImmediate(() => void answer(db));
      }
      const waiting = turn.get(key);
      if (waiting === undefined) turn.set(key, [{ resolve, reject }]);
      else waiting.push({ resolve, reject });
    });
}
