import type { PoolLoad } from '../watch/pool-meter.ts';

/** How many statements and transactions of a pool are under way. */
export type StatementCount = {
  count: <Value>(work: () => PromiseLike<Value>) => PromiseLike<Value>;
  load: () => PoolLoad;
};

/** `size`: of the pool. More at once than that stand behind one another. */
export function countStatements(size: number): StatementCount {
  let underWay = 0;
  const over = () => {
    underWay -= 1;
  };
  return {
    count: (work) => {
      underWay += 1;
      const answer = work();
      answer.then(over, over);
      return answer;
    },
    load: () => ({ size, inUse: Math.min(size, underWay), waiting: Math.max(0, underWay - size) })
  };
}
