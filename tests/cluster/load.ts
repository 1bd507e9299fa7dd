import { setTimeout as wait } from 'node:timers/promises';
import { signUpByHttp } from '../support/accounts.ts';
import { findLost, openQuestions, writeResponses, type Ledger } from '../support/response-writer.ts';
import { recording, type Record } from './recording.ts';

const WRITERS = 8;

/** Eight writers at work. */
export type Load = {
  record: Record;
  /** Lets them finish what they have sent; says what of their ledgers the pages do not show. */
  stop: () => Promise<string[]>;
};

async function makeWriter(origin: string, record: Record) {
  const visitor = recording(await signUpByHttp(origin), record);
  const ledger: Ledger = new Map();
  return { visitor, ledger, questions: await openQuestions(visitor) };
}

/** Lets eight learners sign up, begin, and answer without a pause, until they are stopped. */
export async function startLoad(origin: string): Promise<Load> {
  const record: Record = { acknowledged: [], failed: [] };
  const writers: Awaited<ReturnType<typeof makeWriter>>[] = [];
  // Two at a time: more are asked to come back, since passwords are dear.
  for (let made = 0; made < WRITERS; made += 2) {
    writers.push(...(await Promise.all([makeWriter(origin, record), makeWriter(origin, record)])));
  }
  const until = { done: false };
  const broken: string[] = [];
  const writing = Promise.all(
    writers.map(({ visitor, ...work }) =>
      writeResponses(visitor, { ...work, until }).catch((error: unknown) => {
        broken.push(`a writer gave up: ${String(error)}`);
        return 0;
      })
    )
  );
  await wait(1_000);
  return {
    record,
    stop: async () => {
      until.done = true;
      await writing;
      const lost = await Promise.all(writers.map(({ visitor, ledger }) => findLost(visitor, ledger)));
      return [...broken, ...lost.flat()];
    }
  };
}
