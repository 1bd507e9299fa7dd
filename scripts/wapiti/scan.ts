import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Visitor } from '../../tests/support/visitor.ts';
import { readFindings, type Finding } from './findings.ts';
import { standIn } from './stand-in.ts';

/**
 * What is tried. Left out: `csrf`, which looks for tokens in forms, where we judge what the browser says of the origin of
 * a request (every action is asked so in tests/e2e/requests.spec.ts); `blindsql`, which waits; `ssrf`, `xxe`, `wapp` and
 * `nikto`, which ask servers elsewhere.
 */
const MODULES = [
  ...['backup', 'cookieflags', 'crlf', 'csp', 'exec', 'file', 'htaccess', 'http_headers', 'methods'],
  ...['permanentxss', 'redirect', 'shellshock', 'sql', 'xss']
];

export type Scan = {
  origin: string;
  visitor: Visitor;
  /** Where it begins, e.g. `/admin`. */
  start: string;
  /** How long it may crawl and try, in seconds. */
  seconds: number;
  folder: string;
};

function argumentsOf(address: string, { start, seconds, folder }: Scan): string[] {
  return [
    ...['--url', `${address}/`, '--start', address + start, '--scope', 'domain'],
    ...['--module', MODULES.join(','), '--level', '1', '--depth', '6', '--max-links-per-page', '40'],
    ...['--max-scan-time', String(seconds), '--max-attack-time', String(Math.ceil(seconds / 6))],
    ...['--store-session', join(folder, 'session'), '--flush-session', '--no-bugreport'],
    ...['--format', 'json', '--output', join(folder, 'report.json'), '--verbose', '1']
  ];
}

/** Lets wapiti look through what somebody sees, and gives what it found. */
export async function scan(one: Scan): Promise<Finding[]> {
  const cookie = one.visitor.cookies().map(({ name, value }) => `${name}=${value}`);
  const { address, close } = await standIn({ origin: one.origin, cookie: cookie.join('; ') });
  try {
    const child = spawn('wapiti', argumentsOf(address, one), { stdio: ['ignore', 'inherit', 'inherit'] });
    const code = await new Promise<number | null>((done, fail) => {
      child.once('error', fail);
      child.once('exit', done);
    });
    if (code !== 0) throw new Error(`wapiti ended with ${code}.`);
    return readFindings(readFileSync(join(one.folder, 'report.json'), 'utf8'));
  } finally {
    close();
  }
}
