import { expect, it } from 'vitest';
import { dryRunWords } from './dry-run-words.ts';

const nobody = { attempts: 400, rises: 0, falls: 0, stays: 400, passesNow: 0, keepsPass: 0, forms: [] };

it('says whom a regrade concerns, and leaves out what concerns nobody', () => {
  const run = { ...nobody, rises: 37, stays: 363, passesNow: 21 };
  expect(dryRunWords(run, { openAttempts: 1, creditHolders: 0 })).toEqual([
    'Higher score: 37 of 400 attempts.',
    'Not passed until now, passed then: 21 attempts.',
    'Not finished yet: 1 attempt. To be scored this way, like all later ones.'
  ]);
});

it('says that no share changes where none does', () => {
  expect(dryRunWords(nobody, { openAttempts: 0, creditHolders: 3 })).toEqual([
    'The share of right answers stays the same in all finished attempts (400).',
    'Credit awarded already: 3 attempts. It stays as it is.'
  ]);
});
