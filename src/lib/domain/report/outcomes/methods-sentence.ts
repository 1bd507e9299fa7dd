import type { Outcomes } from './judge-outcomes.ts';

type Named = { title: string; version: string; computedOn: string };

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const shown = (count: number | null) => (count === null ? 'fewer than 5' : String(count));

function whoWasCompared({ learners }: Outcomes, { title, version, computedOn }: Named): string {
  return (
    `Outcomes of “${title}”, version ${version}, as of ${computedOn}: matched pairs of first attempts, the pre-test ` +
    `against the first attempt at the assessment that was begun after it (n = ${shown(learners.matched)} matched; ` +
    `${shown(learners.before)} first pre-tests and ${shown(learners.after)} first assessments submitted; ` +
    `${shown(learners.certified)} certified). Responses that were left open count as wrong; items that were taken out of ` +
    'scoring are left out; versions of an item are pooled.'
  );
}

function howItemsWereTested({ items }: Outcomes): string {
  const tests = items.flatMap(({ test }) => (test.kind === 'tested' ? [test.test.method] : []));
  const bands = items.filter(({ test }) => test.kind === 'held-back' && test.band !== null).length;
  if (tests.length + bands === 0) return '';
  const exact = tests.filter((method) => method === 'exact').length;
  const ways = [
    tests.length > exact &&
      `McNemar’s test with continuity correction (${counted(tests.length - exact, 'item', 'items')})`,
    exact > 0 &&
      `the exact binomial test where fewer than 25 pairs were discordant (${counted(exact, 'item', 'items')})`,
    bands > 0 &&
      `either of them, reported as a band because a cell is small (${counted(bands, 'item', 'items')})`
  ].filter((way) => way !== false);
  return (
    ` Paired items were compared by ${ways.join(' and ')}, with p values adjusted by Holm’s method; ` +
    'odds ratio = wrong-to-right over right-to-wrong, with the Wald 95% interval of its logarithm; ' +
    'd = ln(odds ratio)/1.81 (Chinn 2000), not given where either count is 0.'
  );
}

/** Items of the pre-test that stood against no single item: those without a partner, and those whose partner was not drawn. */
function withoutPartner({ items, unpaired, learners }: Outcomes): string {
  const partly = items.filter((item) => item.learners !== learners.matched).map(({ before }) => before);
  const never = unpaired.length > 0 && `items without a partner (${unpaired.join(', ')})`;
  const notDrawn =
    partly.length > 0 && `items whose partner was not in a learner’s form (${partly.join(', ')})`;
  const which = [never, notDrawn].filter((words) => words !== false).join(' and ');
  if (which === '') return '.';
  return `; ${which} were compared with the mean of the learner’s assessment items of the same objective, for the score only.`;
}

function howScoresWereMade(outcomes: Outcomes): string {
  const { items, score, isInferred } = outcomes;
  if (score === null) return '';
  const paired = `A score is the share right of the pre-test’s items, and after the activity of their partners in the assessment (${counted(items.length, 'pair', 'pairs')} of items)`;
  const inference = isInferred
    ? ' The change is given with the 95% interval of the paired t; d_av is the mean change over the root mean square of the two standard deviations, d_z over the standard deviation of the changes, both with 95% intervals after Bonett (2008), without correction for small samples.'
    : ' Nothing was inferred from fewer than 30 learners.';
  const gain = ' Normalized gain is that of the means (Hake 1998).';
  return ` ${paired}${withoutPartner(outcomes)}${inference}${score.gain === null ? '' : gain}`;
}

/** How the outcomes were computed, ready to be pasted: made of what was done, nothing that was not. */
export function methodsSentence(outcomes: Outcomes, named: Named): string {
  return (
    whoWasCompared(outcomes, named) +
    howScoresWereMade(outcomes) +
    howItemsWereTested(outcomes) +
    ' Counts of one to four learners, and what would reveal them, are not shown.'
  );
}
