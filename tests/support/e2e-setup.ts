import { existsSync } from 'node:fs';
import { startPostgresServer } from './postgres-server.ts';

/** One PostgreSQL for the whole run; workers find it by the environment. */
export default async function setUp(): Promise<() => void> {
  if (!existsSync('build/index.js')) throw new Error('There is no build. Run "npm run build" first.');
  const server = await startPostgresServer();
  process.env['TEST_DATABASE_URL'] = server.url;
  return server.stop;
}
