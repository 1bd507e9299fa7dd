import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, inject, it } from 'vitest';
import { createDatabase, dropDatabase, uniqueDatabaseName } from '../../support/postgres-databases.ts';

const run = promisify(execFile);

// A process of its own: what is tested is that it lives on.
it.each(['query', 'commit'])(
  'rejects a transaction whose connection was lost before its next %s, and the process goes on',
  async (next) => {
    const { serverUrl } = inject('templates');
    const name = uniqueDatabaseName('lost');
    const url = await createDatabase(serverUrl, name);
    try {
      const { stdout } = await run(process.execPath, ['tests/support/lose-connection.ts', url, next]);
      expect(stdout.trim()).toBe('rejected, pool answers');
    } finally {
      await dropDatabase(serverUrl, name);
    }
  }
);
