import { computeOutcomes } from '#lib/server/report/compute-outcomes.ts';
import { counted, type Command, type CommandInput, type CommandOutcome } from '../command.ts';

async function run({ db, now }: CommandInput): Promise<CommandOutcome> {
  const versions = await computeOutcomes(db, { now });
  return {
    exitCode: 0,
    text: `Computed the outcomes of ${counted(versions, 'activity version')}.`,
    data: { versions }
  };
}

/** Computes the outcomes of all activity versions now, the same as the nightly job. */
export const outcomesCompute: Command = {
  usage: 'outcomes compute',
  summary: 'computes the outcomes of all activity versions, which /admin/outcomes shows',
  options: {},
  words: 0,
  run
};
