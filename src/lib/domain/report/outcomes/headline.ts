import type { Outcomes } from './judge-outcomes.ts';
import { effectWords, intervalWords, percentWords } from './outcome-words.ts';

/** The outcome of an activity version in a sentence or two, with the number of learners that it rests on. */
export function headlineOf({ learners, score, isInferred }: Outcomes): string {
  if (score === null || learners.matched === null || learners.matched === 0) {
    return 'Fewer than five learners submitted both the pre-test and a first assessment; nothing is shown of them yet.';
  }
  const moved = `${percentWords(score.before)} right before, ${percentWords(score.after)} after`;
  if (!isInferred) {
    return `${learners.matched} learners submitted both tests: ${moved}. Too few to infer from; 30 are needed.`;
  }
  const direction = score.change < 0 ? 'fewer' : 'more';
  const interval = score.changeInterval && `, 95% CI of the change ${intervalWords(score.changeInterval, 1)}`;
  const effect = score.averageEffect && `, d_av ${effectWords(score.averageEffect)}`;
  return (
    `Learners had ${Math.abs(score.change).toFixed(1)} percentage points ${direction} right after the activity ` +
    `than before: ${moved} (n = ${learners.matched} matched${interval ?? ''}${effect ?? ''}).`
  );
}
