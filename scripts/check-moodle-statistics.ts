import { compareFirstTest } from './moodle-statistics/first-test.ts';
import { isEqual } from './moodle-statistics/comparison.ts';
import { compareResponseCounts } from './moodle-statistics/response-counts.ts';
import { compareSecondTest } from './moodle-statistics/second-test.ts';

/**
 * Compares our item statistics with the values that Moodle's own tests expect. The files stay where they are: they belong
 * to Moodle (mod/quiz/report/statistics/tests/fixtures of its source) and are under its licence.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error(
    'Usage: npm run check:moodle -- FOLDER\nFOLDER holds the fixture files of Moodle’s statistics tests.'
  );
  process.exit(2);
}
const compared = [
  ...(await compareFirstTest(folder)),
  ...(await compareSecondTest(folder)),
  ...(await compareResponseCounts(folder))
];
const equal = compared.filter(isEqual);
for (const { what, expected, found } of compared.filter((comparison) => !isEqual(comparison))) {
  console.error(`${what}: Moodle ${expected}, we ${found}`);
}
console.log(`${equal.length} of ${compared.length} equal`);
process.exitCode = equal.length === compared.length && compared.length > 0 ? 0 : 1;
