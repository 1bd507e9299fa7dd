let queue = Promise.resolve();

/** Requests go one after the other, each with the form as it then stands: a flag first, the answer after it. */
export const inTurn = (work: () => Promise<void>): Promise<void> => (queue = queue.then(work, work));
