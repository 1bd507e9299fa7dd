import { cpus, release, totalmem, type } from 'node:os';
import type { Executor } from '#lib/server/db/index.ts';
import { readSettings } from './settings.ts';

/** What everything was measured on, in words. */
export async function describeMachine(db: Executor): Promise<string> {
  const { server_version: postgres = '', ...settings } = await readSettings(db);
  const cores = cpus();
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  const model = cores[0]?.model.trim().replaceAll(/\s+/g, ' ') || 'a processor without a name';
  const set = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return [
    `${cores.length} cores of ${model}`,
    memory,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${postgres.split(' ')[0] ?? ''} (${set.join(', ')})`
  ].join('; ');
}
