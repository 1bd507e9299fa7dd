import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Forks, not threads: the embedded database and the native password hashing want a process of their own. */
const shared = { environment: 'node', pool: 'forks', testTimeout: 30_000 } as const;

const onDatabases = {
  globalSetup: ['tests/support/global-setup.ts'],
  setupFiles: ['tests/support/mend-driver.ts'],
  hookTimeout: 60_000
};

/** These change what was published, past the guards of the database. What modules keep of it would be wrong for others. */
const ALONE = [
  'tests/integration/activity/read-credit-offer.test.ts',
  'tests/integration/credit/{accredited-activity,broken-claim,claim-reporting}.test.ts',
  'tests/integration/report/{accreditor-files,evidence}.test.ts'
];

export default defineConfig({
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts', 'bench/**/*.test.ts'],
          // Rules keep nothing between calls, so a process a file would only cost time.
          isolate: false
        }
      },
      {
        test: {
          ...shared,
          ...onDatabases,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'tests/frozen/**/*.test.ts'],
          exclude: ALONE,
          // Modules are loaded once a worker, not once a file: that was a third of the time.
          isolate: false
        }
      },
      { test: { ...shared, ...onDatabases, name: 'integration-alone', include: ALONE } }
    ]
  }
});
