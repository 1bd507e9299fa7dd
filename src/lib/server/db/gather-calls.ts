import type { Executor } from './index.ts';

type Waiting<Value> = { resolve: (value: Value | null) => void; reject: (cause: unknown) => void };

/** Those who ask together, by what they ask for. */
type Turn<Value> = Map<string, Waiting<Value>[]>;

/** So many statements are under way at most; who comes meanwhile asks with the next. */
const MOST_UNDER_WAY = 2;

type Ask<Value> = (keys: string[]) => Promise<Map<string, Value>>;

async function askFor<Value>(turn: Turn<Value>, ask: Ask<Value>): Promise<void> {
  try {
    const found = await ask([...turn.keys()]);
    for (const [key, all] of turn) for (const { resolve } of all) resolve(found.get(key) ?? null);
  } catch (cause) {
    for (const { reject } of [...turn.values()].flat()) reject(cause);
  }
}

function gatherFor<Value>(ask: Ask<Value>) {
  let turn: Turn<Value> = new Map();
  let underWay = 0;
  const go = async () => {
    if (turn.size === 0 || underWay >= MOST_UNDER_WAY) return;
    underWay += 1;
    const asking = turn;
    turn = new Map();
    await askFor(asking, ask);
    underWay -= 1;
    void go();
  };
  return (key: string) =>
    new Promise<Value | null>((resolve, reject) => {
      if (turn.size === 0) setImmediate(() => void go());
      const waiting = turn.get(key);
      if (waiting === undefined) turn.set(key, [{ resolve, reject }]);
      else waiting.push({ resolve, reject });
    });
}

/**
 * Asks the database once for all that requests ask in the same turn of the event loop, or while two such statements are
 * under way. Nothing is kept: every answer was read after its question. `ask` finds by key; what it does not find is null.
 */
export function gatherCalls<Value>(
  ask: (db: Executor, keys: string[]) => Promise<Map<string, Value>>
): (db: Executor, key: string) => Promise<Value | null> {
  const gathered = new WeakMap<Executor, ReturnType<typeof gatherFor<Value>>>();
  return (db, key) => {
    const known = gathered.get(db);
    if (known !== undefined) return known(key);
    const made = gatherFor<Value>((keys) => ask(db, keys));
    gathered.set(db, made);
    return made(key);
  };
}
