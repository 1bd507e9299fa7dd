import type { Step } from './steps.ts';

/** `projects`: a pattern of their names in vitest.config.ts. */
const vitest = (name: string, projects = name): Step => ({
  name,
  command: [
    'vitest',
    'run',
    `--project=${projects}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=reports/${name}.json`
  ]
});

/** Makes the types of the routes, which the type check and the linter read. */
export const prepare: Step = { name: 'prepare', command: ['svelte-kit', 'sync'] };

/** On both databases, with two workers. */
export const integration = vitest('integration', 'integration*');

/** What runs on one processor, the slow ones first. */
export const checks: Step[] = [
  { name: 'types', command: ['svelte-check', '--fail-on-warnings', '--output', 'human'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings=0'] },
  vitest('unit'),
  { name: 'format', command: ['prettier', '--check', '.', '--log-level=warn'] },
  { name: 'boundaries', command: ['depcruise', 'src', 'scripts', 'tests', 'bench'] },
  { name: 'dead-code', command: ['knip', '--no-progress'] }
];

/** Needs the registry, so it is no part of the tests; without an answer it passes and says so. */
export const advisories: Step = {
  name: 'advisories',
  command: ['node', 'scripts/audit-dependencies.ts'],
  tells: /^NOT CHECKED.*$/m
};

export const build: Step = { name: 'build', command: ['node', 'scripts/build.ts'] };

export const endToEnd: Step = { name: 'end-to-end', command: ['playwright', 'test'] };
