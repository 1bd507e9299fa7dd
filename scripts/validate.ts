import { rmSync } from 'node:fs';
import { advisories, checks, integration, prepare } from './checks.ts';
import { runSteps, writeStepReport } from './steps.ts';

rmSync('reports', { recursive: true, force: true });
const outcomes = [
  ...(await runSteps([prepare], { atOnce: 1 })),
  ...(await runSteps([integration, ...checks, advisories], { atOnce: 2 }))
];
writeStepReport(outcomes);
const failed = outcomes.filter(({ passed }) => !passed);
console.log(
  failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.map(({ name }) => name).join(', ')}`
);
process.exitCode = failed.length === 0 ? 0 : 1;
