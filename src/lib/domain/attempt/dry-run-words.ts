import type { DryRun } from './dry-run.ts';

const attempts = (count: number) => (count === 1 ? '1 attempt' : `${count} attempts`);

/** `creditHolders`: attempts that count for a completion whose credit was awarded. */
type Around = { openAttempts: number; creditHolders: number };

/** What a dry run found, in sentences; what concerns nobody is left out. */
export function dryRunWords(dryRun: DryRun, { openAttempts, creditHolders }: Around): string[] {
  const { rises, falls, passesNow, keepsPass } = dryRun;
  const all = attempts(dryRun.attempts);
  const said = [
    { count: rises, words: `Higher score: ${rises} of ${all}.` },
    { count: falls, words: `Lower score: ${falls} of ${all}.` },
    { count: passesNow, words: `Not passed until now, passed then: ${attempts(passesNow)}.` },
    {
      count: keepsPass,
      words: `Passed, and below the pass mark then: ${attempts(keepsPass)}. The pass stays.`
    },
    { count: creditHolders, words: `Credit awarded already: ${attempts(creditHolders)}. It stays as it is.` },
    {
      count: openAttempts,
      words: `Not finished yet: ${attempts(openAttempts)}. To be scored this way, like all later ones.`
    }
  ];
  const concerned = said.filter(({ count }) => count > 0).map(({ words }) => words);
  if (rises + falls + passesNow > 0) return concerned;
  return [
    `The share of right answers stays the same in all finished attempts (${dryRun.attempts}).`,
    ...concerned
  ];
}
