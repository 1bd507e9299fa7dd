import type { KnownEnd, KnownItem } from './known-item.ts';
import { shareWords, shownShare } from './shown-share.ts';

/** Below so many responses, what rests on correlations says more about chance than about the item (formats-and-statistics.md §5). */
export const FEWEST_FOR_INFERENCE = 30;

/** A figure of an item for people: its name, its value, and what it means. */
export type ItemFact = { label: string; value: string; meaning: string };

const percent = (value: number | null) => (value === null ? 'Not defined' : `${value.toFixed(1)}%`);

function facilityWords({ sums, facilityInterval }: KnownItem): string {
  const share = shownShare(sums.sumX, sums.responses);
  const words = shareWords(share);
  if (share.kind !== 'exact' || facilityInterval === null) return words;
  return `${words}, 95% interval ${facilityInterval.low.toFixed(0)} to ${facilityInterval.high.toFixed(0)}%`;
}

const endWords = ({ size, right }: KnownEnd) => `${shareWords(shownShare(right, size))} of ${size}`;

function endsWords({ upper, lower }: KnownItem): string {
  if (upper.size === 0) return 'Not defined';
  return `${endWords(upper)}, and ${endWords(lower)}`;
}

const secondsWords = (seconds: number | null) =>
  seconds === null ? 'Not known' : `${Math.round(seconds)} s`;

function alphaWords({ alphaIfDeleted, internalConsistency }: KnownItem): string {
  if (alphaIfDeleted === null) return 'Not defined';
  return `${percent(alphaIfDeleted)}; with it ${percent(internalConsistency)}`;
}

/** Facts that hold whatever the number of responses. */
function plainFacts(item: KnownItem): ItemFact[] {
  const { responses, sumX } = item.sums;
  const isExact = shownShare(sumX, responses).kind === 'exact';
  return [
    { label: 'Responses', value: String(responses), meaning: 'First attempts that were submitted' },
    { label: 'Exposure', value: String(item.exposure), meaning: 'All attempts in which it stood' },
    { label: 'Facility', value: facilityWords(item), meaning: 'How many have it right' },
    {
      label: 'Random guess score',
      value: percent(item.randomGuessScore),
      meaning: 'What guessing earns'
    },
    {
      label: 'Standard deviation',
      value: isExact && item.standardDeviation !== null ? percent(100 * item.standardDeviation) : 'Held back',
      meaning: 'Spread of its marks; 50% at most'
    },
    {
      label: 'Median time',
      value: secondsWords(item.medianSeconds),
      meaning: 'Until the response was final'
    },
    {
      label: 'Intended weight',
      value: percent(item.intendedWeight),
      meaning: 'Its share of the marks of the form'
    }
  ];
}

/** Facts that rest on how responses go together with the rest of the form. */
function inferredFacts(item: KnownItem): ItemFact[] {
  return [
    {
      label: 'Discrimination index',
      value: percent(item.discriminationIndex),
      meaning: 'Correlation with the rest of the form; 30% or more is good'
    },
    {
      label: 'Discriminative efficiency',
      value: percent(item.discriminativeEfficiency),
      meaning: 'Of what an item as hard as this could tell apart; below 15% is doubtful'
    },
    {
      label: 'Upper and lower 27%',
      value: endsWords(item),
      meaning: 'Right among those who do best and worst on the rest'
    },
    {
      label: 'Effective weight',
      value: percent(item.effectiveWeight),
      meaning: 'Its share of the spread of scores; only where all got the same items'
    },
    {
      label: 'Consistency without it',
      value: alphaWords(item),
      meaning: 'Alpha of the form; higher without it, it does harm. Only where all got the same items'
    }
  ];
}

/** Whether what rests on correlations may be shown. */
export const isEnough = ({ sums }: KnownItem): boolean => sums.responses >= FEWEST_FOR_INFERENCE;

/** The figures of an item in words. Those that a few responses cannot bear are held back, with their number. */
export function itemFacts(item: KnownItem): ItemFact[] {
  const held = `Held back: ${item.sums.responses} of ${FEWEST_FOR_INFERENCE} responses`;
  const inferred = inferredFacts(item);
  return [
    ...plainFacts(item),
    ...(isEnough(item) ? inferred : inferred.map((fact) => ({ ...fact, value: held })))
  ];
}
