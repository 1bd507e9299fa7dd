import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Forks, not threads: the embedded database and the native password hashing want a process of their own. */
const shared = { environment: 'node', pool: 'forks', testTimeout: 30_000 } as const;

export default defineConfig({
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts', 'bench/**/*.test.ts']
        }
      },
      {
        test: {
          ...shared,
          name: 'integration',
          // Modules are loaded once a worker, not once a file: that was a third of the time. Each file has databases of
          // its own; nothing may be kept in a module that belongs to one of them.
          isolate: false,
          include: ['tests/integration/**/*.test.ts', 'tests/frozen/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          setupFiles: ['tests/support/mend-driver.ts'],
          hookTimeout: 60_000
        }
      }
    ]
  }
});
