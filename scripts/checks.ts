import type { Step } from './steps.ts';

const vitest = (project: string): Step => ({
  name: project,
  command: [
    'vitest',
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=reports/${project}.json`
  ]
});

/** Makes the types of the routes, which the type check and the linter read. */
export const prepare: Step = { name: 'prepare', command: ['svelte-kit', 'sync'] };

/** Every check but the browser, the slow ones first. */
export const checks: Step[] = [
  vitest('integration'),
  { name: 'types', command: ['svelte-check', '--fail-on-warnings', '--output', 'human'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings=0'] },
  vitest('unit'),
  { name: 'format', command: ['prettier', '--check', '.', '--log-level=warn'] },
  { name: 'boundaries', command: ['depcruise', 'src', 'scripts', 'tests', 'bench'] },
  { name: 'dead-code', command: ['knip', '--no-progress'] }
];

export const build: Step = { name: 'build', command: ['node', 'scripts/build.ts'] };

export const endToEnd: Step = { name: 'end-to-end', command: ['playwright', 'test'] };
