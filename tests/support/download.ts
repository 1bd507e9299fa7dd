import { createHash } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import type { Visitor } from './visitor.ts';

/** What came of a download: `isWhole` only where the server ended it properly. */
export type Downloaded = { isWhole: boolean; bytes: number; sha256: string };

/** A download whose answer has begun and whose body waits to be read. */
export type OpenDownload = { status: number; manifest: string; finish: () => Promise<Downloaded> };

/** What the visitor's browser would send. */
export const cookieHeader = (visitor: Visitor) =>
  visitor
    .cookies()
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');

function finish(response: IncomingMessage): Promise<Downloaded> {
  const hash = createHash('sha256');
  let bytes = 0;
  return new Promise((resolve) => {
    const end = () => resolve({ isWhole: response.complete, bytes, sha256: hash.copy().digest('hex') });
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      hash.update(chunk);
    });
    // Broken before anybody began to read: nothing will be said of it any more.
    if (response.destroyed) end();
    else response.once('end', end).once('error', end).once('close', end);
  });
}

/** Asks for a file over HTTP as a browser does, without a library that could hide how the transfer ends. */
export function openHttpDownload(visitor: Visitor, address: string): Promise<OpenDownload> {
  return new Promise((resolve, reject) => {
    const headers = { cookie: cookieHeader(visitor) };
    get(address, { headers, agent: false }, (response) => {
      const manifest = /<([^>]+)>/.exec(String(response.headers['link'] ?? ''))?.[1] ?? '';
      resolve({ status: response.statusCode ?? 0, manifest, finish: () => finish(response) });
    }).once('error', reject);
  });
}
