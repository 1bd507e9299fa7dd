/**
 * The limit for a page: `node:http` alone, sending the same bytes with the same headers. Run as a program it takes a
 * file `{ headers, body }` and prints its port.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

const pageSchema = v.object({ headers: v.record(v.string(), v.string()), body: v.string() });

export type BarePage = v.InferOutput<typeof pageSchema>;

export type BareServer = { url: string; stop: () => void };

/** Starts it as a process of its own, as the program under test is one. */
export async function startBareServer(page: BarePage): Promise<BareServer> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-bare-'));
  const file = join(folder, 'page.json');
  writeFileSync(file, JSON.stringify(page));
  const child = spawn(process.execPath, [import.meta.filename, file], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const port = await new Promise<string>((resolve) =>
    child.stdout.once('data', (line) => resolve(String(line).trim()))
  );
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

function serve(file: string): void {
  const { headers, body } = v.parse(pageSchema, JSON.parse(readFileSync(file, 'utf8')));
  const bytes = Buffer.from(body);
  const server = createServer((_request, response) => response.writeHead(200, headers).end(bytes));
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address !== null && typeof address === 'object') console.log(address.port);
  });
}

if (process.argv[1] === import.meta.filename) serve(process.argv[2] ?? '');
