import type { Executor } from './index.ts';

type Waiting<Value> = { resolve: (value: Value | null) => void; reject: (cause: unknown) => void };

/** Those who ask together, by what they ask for. */
type Turn<Value> = Map<string, Waiting<Value>[]>;

/** Milliseconds. Who comes while a statement is under way asks with the next, which waits for that one so long at most. */
const PATIENCE = 5;

/** So many statements are under way at most, where the database is slower than that. */
const MOST_UNDER_WAY = 4;

/**
 * Turns of the event loop in which others may still come before a statement is sent. While there is nothing to read they
 * take microseconds in all; while there is, they save a statement, and waking the database costs as much as ten pages.
 */
const TURNS = 6;

function afterTurns(then: () => void, turns = TURNS): void {
  if (turns === 0) then();
  else setImmediate(() => afterTurns(then, turns - 1));
}

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
    // By then what came while these were being answered is read.
    afterTurns(() => void go());
  };
  const begin = (begun: Turn<Value>) => {
    if (underWay === 0) afterTurns(() => void go());
    else setTimeout(() => turn === begun && void go(), PATIENCE);
  };
  return (key: string) =>
    new Promise<Value | null>((resolve, reject) => {
      if (turn.size === 0) begin(turn);
      const waiting = turn.get(key);
      if (waiting === undefined) turn.set(key, [{ resolve, reject }]);
      else waiting.push({ resolve, reject });
    });
}

/**
 * Asks the database once for all that requests ask in the same few turns of the event loop, or while such a statement is under
 * way: for many at once it takes little longer than for one. Nothing is kept: every answer was read after its question.
 * `ask` finds by key; what it does not find is null.
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
