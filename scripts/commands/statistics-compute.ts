import { computeItemStatistics } from '#lib/server/report/compute-item-statistics.ts';
import type { Command } from '../command.ts';

const counted = (number: number, one: string) => (number === 1 ? `1 ${one}` : `${number} ${one}s`);

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
