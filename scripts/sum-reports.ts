import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { failuresInPlaywright, failuresInVitest } from './name-failures.ts';

type Count = { passed: number; failed: number };

const stepsSchema = v.array(v.object({ name: v.string(), passed: v.boolean() }));

const vitestSchema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  success: v.boolean()
});

const playwrightSchema = v.object({
  errors: v.array(v.unknown()),
  stats: v.object({ expected: v.number(), flaky: v.number(), unexpected: v.number() })
});

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function readVitest(file: string): Count {
  const { numPassedTests, numFailedTests } = v.parse(vitestSchema, readJson(file));
  return { passed: numPassedTests, failed: numFailedTests };
}

function readPlaywright(file: string): Count {
  const { errors, stats } = v.parse(playwrightSchema, readJson(file));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/** The counts inside a step that runs tests, or null for a check that is one thing. */
function countWithin(step: string): Count | null {
  const file = `reports/${step}.json`;
  if (!existsSync(file)) return null;
  return step === 'end-to-end' ? readPlaywright(file) : readVitest(file);
}

/** A step that failed counts as failed, even where its report names no failed test: a crash is not a pass. */
function count(step: { name: string; passed: boolean }): Count {
  const within = countWithin(step.name);
  if (within === null) return { passed: step.passed ? 1 : 0, failed: step.passed ? 0 : 1 };
  return { ...within, failed: step.passed ? within.failed : Math.max(1, within.failed) };
}

/** The tests of a step that failed, named again at the end, where a shortened output still has them. */
function failuresWithin(step: string): string[] {
  const file = `reports/${step}.json`;
  if (!existsSync(file)) return [];
  return step === 'end-to-end' ? failuresInPlaywright(readJson(file)) : failuresInVitest(readJson(file));
}

const file = 'reports/steps.json';
const steps = existsSync(file) ? v.parse(stepsSchema, readJson(file)) : [{ name: 'npm test', passed: false }];
const counts = steps.map(count);
const passed = counts.reduce((sum, each) => sum + each.passed, 0);
const failed = counts.reduce((sum, each) => sum + each.failed, 0);
for (const failure of steps.flatMap(({ name }) => failuresWithin(name))) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
