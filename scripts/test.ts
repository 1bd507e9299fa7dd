import { rmSync } from 'node:fs';
import { chromiumPath, pdfToTextPath, preferHeadlessShell } from '../tests/support/browser-programs.ts';
import { startPostgresServer } from '../tests/support/postgres-server.ts';
import { build, checks, endToEnd, integration, prepare } from './checks.ts';
import { runSteps, writeStepReport } from './steps.ts';

// Everything that the README promises: what the tests need is installed first, where that is allowed.
rmSync('reports', { recursive: true, force: true });
preferHeadlessShell();
chromiumPath();
pdfToTextPath();
const server = await startPostgresServer();
const extra = { TEST_DATABASE_URL: server.url };
try {
  const prepared = await runSteps([prepare, build], { atOnce: 1 });
  // A browser waits now and then: beside it one check after the other, so that two processors always have something to do.
  // The browser tests get a server of their own, whose log tells them who wrote.
  const [browser, rest] = await Promise.all([
    runSteps([endToEnd], { atOnce: 1 }),
    runSteps([...checks, integration], { atOnce: 1, extra })
  ]);
  const outcomes = [...prepared, ...rest, ...browser];
  writeStepReport(outcomes);
  const failed = outcomes.filter(({ passed }) => !passed);
  console.log(
    failed.length === 0 ? 'All tests passed.' : `Failed: ${failed.map(({ name }) => name).join(', ')}`
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  server.stop();
}
