import { isNonFunctioning } from '../psychometrics/non-functioning.ts';
import { FEWEST_FOR_INFERENCE, isEnough } from './item-facts.ts';
import type { JudgedItem } from './judged-item.ts';
import type { KnownItem } from './known-item.ts';
import { optionRows, type OptionRow } from './option-rows.ts';

/** What is wrong with an item, and what to do about it. */
export type ItemWarning = { what: string; mend: string };

/** Below this the index is called very weak (Moodle, "Quiz report statistics"). */
const WEAK = 20;
/** Below this the efficiency is marked as dubious (formats-and-statistics.md §5). */
const DUBIOUS = 15;
/** A distractor that goes with a good result by this much deserves a second look. */
const ATTRACTIVE = 0.1;

function discriminationWarnings(item: KnownItem): ItemWarning[] {
  const { discriminationIndex: index, discriminativeEfficiency: efficiency } = item;
  if (index === null) return [];
  const value = `${index.toFixed(1)}%`;
  if (index < 0) {
    return [
      {
        what: `Those who do well on the rest get this item wrong more often (discrimination ${value}).`,
        mend: 'Check the key first. Then read the stem for a second defensible option.'
      }
    ];
  }
  if (index >= WEAK && (efficiency === null || efficiency >= DUBIOUS)) return [];
  return [
    {
      what: `It hardly tells those who know from those who do not (discrimination ${value}).`,
      mend: 'Look for an ambiguous stem, a cue to the key, or distractors that nobody takes.'
    }
  ];
}

function facilityWarnings({ sums, randomGuessScore }: KnownItem): ItemWarning[] {
  const facility = (100 * sums.sumX) / sums.responses;
  if (facility > 95) {
    return [
      {
        what: 'Nearly everybody has it right.',
        mend: 'Keep it if all must know this. Else ask for the application of the fact instead of the fact.'
      }
    ];
  }
  if (randomGuessScore === null || facility > randomGuessScore) return [];
  return [
    {
      what: `Fewer have it right than guessing would give (${randomGuessScore.toFixed(0)}%).`,
      mend: 'Check the key, and whether the lesson teaches the point before it is asked.'
    }
  ];
}

/** In no more detail than the table of options, from which a small number could be worked out. */
function takenBy({ chosen }: OptionRow, responses: number): string {
  if (chosen === null) return `fewer than 5% of ${responses}`;
  return `${chosen === 0 ? 'nobody' : chosen} of ${responses}`;
}

/** Distractors that nobody takes, and those that draw the wrong people. */
function distractorWarnings(judged: JudgedItem, known: KnownItem): ItemWarning[] {
  const { type } = judged.item;
  if (type !== 'single' && type !== 'multiple') return [];
  const { responses } = known.sums;
  return optionRows(judged, known).flatMap((row): ItemWarning[] => {
    if (row.isKey || row.letter === '') return [];
    const name = `Distractor ${row.letter}`;
    const counted = known.options.find(({ optionId }) => optionId === row.id)?.chosen ?? 0;
    if (isNonFunctioning(counted, responses)) {
      const what = `${name} was chosen by ${takenBy(row, responses)}: it tempts hardly anyone.`;
      return [{ what, mend: 'Replace it by a misconception that learners do have, or leave it out.' }];
    }
    const { pointBiserial: found } = row;
    if (found === null || found < ATTRACTIVE) return [];
    const what = `${name} draws those who do well on the rest (correlation ${found.toFixed(2)}).`;
    return [{ what, mend: 'Ask whether it is defensible too; if so, accept it or reword the stem.' }];
  });
}

/** What the figures of an item say against it, the most urgent first. Nothing where responses are too few to say it. */
export function itemWarnings(judged: JudgedItem, known: KnownItem): ItemWarning[] {
  if (!isEnough(known)) return [];
  return [...discriminationWarnings(known), ...facilityWarnings(known), ...distractorWarnings(judged, known)];
}

/** Whether an item needs a second look, and why in a word; null: it does not, or too few answered to say so. */
export function reviewReason(known: KnownItem): 'negative' | 'weak' | 'too easy' | 'below chance' | null {
  if (known.sums.responses < FEWEST_FOR_INFERENCE) return null;
  const { discriminationIndex: index } = known;
  if (index !== null && index < 0) return 'negative';
  const facility = (100 * known.sums.sumX) / known.sums.responses;
  if (known.randomGuessScore !== null && facility <= known.randomGuessScore) return 'below chance';
  if (facility > 95) return 'too easy';
  return index !== null && index < WEAK ? 'weak' : null;
}
