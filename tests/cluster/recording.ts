import type { Answer, Visitor } from '../support/visitor.ts';

/** A response that was acknowledged, and when (milliseconds). */
export type Acknowledged = { attempt: string; position: number; sequence: number; key: string; at: number };

/** What a visitor was answered. */
export type Record = {
  acknowledged: Acknowledged[];
  /** Requests that were not answered, or answered with 5xx. */
  failed: { at: number; why: string }[];
};

/** Who waits longer takes the outcome for unknown and sends again. */
const PATIENCE = 10_000;

function withinPatience(answer: Promise<Answer>): Promise<Answer> {
  const { promise, reject } = Promise.withResolvers<Answer>();
  const timer = setTimeout(() => reject(new Error('no answer')), PATIENCE);
  return Promise.race([answer, promise]).finally(() => clearTimeout(timer));
}

const explain = (error: unknown) =>
  error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error);

function acknowledgedBy(path: string, fields: unknown): Omit<Acknowledged, 'at'> | null {
  const [, attempt, position] = /^\/attempts\/([0-9a-f-]{36})\/(\d+)\?\/respond$/.exec(path) ?? [];
  if (attempt === undefined || typeof fields !== 'object' || fields === null) return null;
  if (!('sequence' in fields) || !('key' in fields)) return null;
  return { attempt, position: Number(position), sequence: Number(fields.sequence), key: String(fields.key) };
}

/** The same visitor, with all that is acknowledged and all that fails on record. */
export function recording(visitor: Visitor, record: Record): Visitor {
  const watch = async (sent: Promise<Answer>) => {
    const answer = await withinPatience(sent).catch((error: unknown) => {
      record.failed.push({ at: performance.now(), why: explain(error) });
      throw error;
    });
    if (answer.status >= 500) record.failed.push({ at: performance.now(), why: `status ${answer.status}` });
    return answer;
  };
  return {
    ...visitor,
    get: (path) => watch(visitor.get(path)),
    post: async (path, fields = {}) => {
      const answer = await watch(visitor.post(path, fields));
      const entry = acknowledgedBy(path, fields);
      if (entry !== null && answer.status === 303 && answer.location?.includes('/attempts/') === true)
        record.acknowledged.push({ ...entry, at: performance.now() });
      return answer;
    }
  };
}

/** The longest time within which nothing at all was acknowledged, in seconds; from `since` on. */
export function longestGap({ acknowledged }: Record, since: number): number {
  const instants = acknowledged
    .map(({ at }) => at)
    .filter((at) => at >= since)
    .sort((a, b) => a - b);
  let gap = 0;
  for (const [index, at] of instants.entries()) gap = Math.max(gap, at - (instants[index - 1] ?? since));
  return gap / 1000;
}
