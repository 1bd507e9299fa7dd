export type SqlValue = string | number | boolean | Date | null | readonly SqlValue[];

/**
 * A connection beside the pool that takes statements as text, several in one text too, and answers with the rows of all
 * of them. For the queue of jobs, which writes its own SQL; everything else goes through `Executor`.
 */
export type TextConnection = {
  /** A text that begins with BEGIN is done as a whole or not at all. */
  executeSql: (text: string, values?: SqlValue[]) => Promise<{ rows: unknown[] }>;
  close: () => Promise<void>;
};

/** Does one piece of work after the other, in the order in which they came, whether those before failed or not. */
export function inTurn(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work, work);
    last = result;
    return result;
  };
}
