import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { drainable } from '../../../scripts/stop-on-signal.ts';

describe('the end of the program', () => {
  it('tells the load balancer first, takes what still comes, and lets kept connections end', async () => {
    const server = createServer((request, response) => {
      if (draining.front(request, response)) response.end('taken\n');
    });
    const draining = drainable(server, 0.1);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const agent = new Agent({ keepAlive: true });
    const ask = async (path: string) => {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        get({ host: '127.0.0.1', port, path, agent }, resolve).on('error', reject);
      });
      const body = (await response.toArray()).join('');
      return `${response.statusCode} ${response.headers.connection} ${body.trim()}`;
    };
    expect(await ask('/readyz')).toBe('200 keep-alive taken');
    const drained = draining.drain();
    expect(await ask('/readyz')).toBe('503 close stopping');
    expect(await ask('/attempts')).toBe('200 close taken');
    await drained;
    await expect(ask('/attempts')).rejects.toThrow('ECONNREFUSED');
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('comes in order at %s', async (signal) => {
    const program = `import { stopOnSignal } from './scripts/stop-on-signal.ts';
      stopOnSignal(async () => console.log('closed'));
      setInterval(() => {}, 1000);
      console.log('up');`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
    const said: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      said.push(chunk.toString('utf8'));
      if (said.length === 1) child.kill(signal);
    });
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(said.join('')).toBe('up\nFootnote is stopping.\nclosed\n');
  });
});
