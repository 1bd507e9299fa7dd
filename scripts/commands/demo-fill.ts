import {
  DEMONSTRATION_DOMAIN,
  fillDemonstration,
  type FillRefusal
} from '#lib/server/report/demonstration/fill-demonstration.ts';
import { textFlag, wrongUsage } from '../command.ts';
import type { Command, CommandInput, CommandOutcome } from '../command.ts';

const text = { type: 'string' } as const;

/** Beyond so many, single responses cost more than a demonstration needs. */
const USUAL_DETAIL = 5_000;

const SAMPLE = 'resistance-to-immunotherapy';

const REFUSALS: Record<FillRefusal, string> = {
  'no-such-activity': 'There is no live activity of this name. Name one with --activity SLUG.',
  accredited:
    'The activity is accredited. Documents of demonstration learners would carry an accreditor’s wording for people who do not exist: fill an activity that is a demonstration.',
  'real-learners':
    'Real learners have begun activities here. Demonstration learners would mix with them in every report, and records of completion can never be removed again. Use a database of its own, or add --among-real-learners if you mean it.'
};

const wholeNumber = (typed: string) => (/^\d{1,8}$/.test(typed) ? Number(typed) : null);

async function run({ db, flags, words, now }: CommandInput): Promise<CommandOutcome> {
  const learners = wholeNumber(words[0] ?? '');
  if (learners === null || learners < 1) return wrongUsage('N is how many learners to make, e.g. 500.');
  const detail = wholeNumber(textFlag(flags, 'detail') || String(Math.min(learners, USUAL_DETAIL)));
  if (detail === null || detail > learners) return wrongUsage('--detail is at most N.');
  const seed = textFlag(flags, 'seed') || '1';
  if (!/^[a-z0-9]{1,20}$/.test(seed)) return wrongUsage('--seed has 1 to 20 small letters and digits.');
  const slug = textFlag(flags, 'activity') || SAMPLE;
  const amongRealLearners = flags['among-real-learners'] === true;
  const start = performance.now();
  const checks = flags['every-check'] === true ? { checks: 'by-database' as const } : {};
  const filled = await fillDemonstration(db, {
    slug,
    learners,
    detail,
    seed,
    amongRealLearners,
    now,
    ...checks
  });
  if (!filled.ok) {
    const error = REFUSALS[filled.problem];
    return { exitCode: 1, text: error, data: { error, problem: filled.problem } };
  }
  const seconds = (performance.now() - start) / 1000;
  const { completions, first, last, checks: kind } = filled.value;
  return {
    exitCode: 0,
    text: [
      `Made ${learners} demonstration learners of ${slug} (seed ${seed}, ${first} to ${last}), ${completions} of them with a completion, in ${seconds.toFixed(1)} s.`,
      `${detail} have their forms and responses on record; the others have attempts, scores and records without single responses.`,
      `All have addresses at ${DEMONSTRATION_DOMAIN}, and no password lets anybody in as one of them.`,
      'They cannot be removed again: completions, credit and certificates are append-only. Start from an empty database to be rid of them.'
    ].join('\n'),
    data: { activity: slug, seed, learners, detail, completions, first, last, seconds, checks: kind }
  };
}

/** Makes learners who do not exist, for demonstrations and measurements. */
export const demoFill: Command = {
  usage: 'demo fill N [--seed S] [--detail M] [--activity SLUG] [--every-check] [--among-real-learners]',
  summary:
    'makes N demonstration learners with attempts, evaluations, credit and certificates; M of them (by default all, at most 5,000) with single responses',
  options: {
    seed: text,
    detail: text,
    activity: text,
    'among-real-learners': { type: 'boolean' },
    'every-check': { type: 'boolean' }
  },
  words: 1,
  run
};
