import { computeItemStatistics } from '#lib/server/report/compute-item-statistics.ts';
import { counted, type Command } from '../command.ts';

/** Computes the item statistics now, as the nightly job does. */
export const statisticsCompute: Command = {
  usage: 'statistics compute',
  summary: 'computes the statistics of all items anew from the first attempts at each form',
  options: {},
  words: 0,
  run: async ({ db, now }) => {
    const done = await computeItemStatistics(db, { now });
    const text = `Computed ${counted(done.items, 'item')} on ${counted(done.forms, 'form')}`;
    return { exitCode: 0, text, data: done };
  }
};
