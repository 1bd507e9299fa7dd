import type { DryRun } from './dry-run.ts';

const attempts = (count: number) => (count === 1 ? '1 attempt' : `${count} attempts`);

/** `creditHolders`: attempts that count for a completion whose credit was awarded. */
type Around = { openAttempts: number; creditHolders: number };

/** What a dry run found, in sentences; what concerns nobody is left out. */
export function dryRunWords(dryRun: DryRun, { openAttempts, creditHolders }: Around): string[] {
  const { rises, falls, passesNow, keepsPass } = dryRun;
  const said = [
    { count: rises, words: `${attempts(rises)} of ${dryRun.attempts} get a higher score.` },
    { count: falls, words: `${attempts(falls)} of ${dryRun.attempts} get a lower score.` },
    { count: passesNow, words: `${attempts(passesNow)} that did not pass will pass.` },
    { count: keepsPass, words: `${attempts(keepsPass)} would not pass any more and keep the pass.` },
    {
      count: creditHolders,
      words: `${attempts(creditHolders)} earned credit already. It stays as it was awarded.`
    },
    {
      count: openAttempts,
      words: `${attempts(openAttempts)} not finished yet will be scored this way, like all later ones.`
    }
  ];
  const concerned = said.filter(({ count }) => count > 0).map(({ words }) => words);
  return rises + falls + passesNow === 0
    ? [`No score changes in the ${attempts(dryRun.attempts)} finished so far.`, ...concerned]
    : concerned;
}
