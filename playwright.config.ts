import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/support/browser-programs.ts';
import type { AppOptions } from './tests/e2e/fixtures.ts';

const chromium = {
  browserName: 'chromium' as const,
  locale: 'en-US',
  timezoneId: 'UTC',
  launchOptions: {
    // The set-up of the run installs it or says what is missing; reading this file does neither.
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
  }
};

/** Builds first: `npm run build`. Each worker starts the built program on a database of its own. */
export default defineConfig<object, AppOptions>({
  testDir: 'tests/e2e',
  // It waits for a network on purpose, and is run by its name: NETWORK=quick, or real (CONTRIBUTING.md).
  testIgnore: process.env['NETWORK'] === undefined ? ['**/bad-network.spec.ts'] : [],
  globalSetup: './tests/support/e2e-setup.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // On a shared machine a browser can be late once; a test that fails twice has failed.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 90_000,
  // Nobody waits for what passes: only a machine that does much else at once needs so long.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'reports/end-to-end.json' }]],
  // Where it is not the subject, a worker that keeps lessons ahead in each new browser would only take time.
  use: { ...chromium, screenshot: 'only-on-failure', actionTimeout: 15_000, serviceWorkers: 'block' },
  projects: [
    { name: 'embedded', use: { databaseKind: 'embedded' }, grepInvert: /@postgres/ },
    { name: 'postgres', use: { databaseKind: 'postgres' }, grep: /@both|@postgres/ }
  ]
});
