import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SKIPPED = new Set(['node_modules', 'build', 'data', 'reports', 'test-results', 'package-lock.json']);

/** What keys and passwords look like where they were left in a file. */
const SECRETS = [
  /-----BEGIN (?:RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----\s+[A-Za-z0-9+/=\s]{64,}/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\b(?:SIGNING_SECRET|PGPASSWORD)=["']?[A-Za-z0-9+/=]{32,}/,
  /\bsmtps?:\/\/[^\s:@/]+:(?!password@|secret@)[^\s:@/$`{]{8,}@/
];

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name) || (entry.isDirectory() && /^\.(?!ci$)/.test(entry.name))) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(path);
    return /\.(png|ico|woff2|pdf|zip|gz)$/.test(entry.name) ? [] : [path];
  });
}

const hasSecret = (text: string) => SECRETS.some((pattern) => pattern.test(text));

it('no file of the project holds a key or a password of a service', () => {
  expect(listFiles('.').filter((path) => hasSecret(readFileSync(path, 'utf8')))).toEqual([]);
});

it('such a file would be found', () => {
  // Put together here, or this file would be the first to be found.
  const key = ['-----BEGIN', 'PRIVATE', `KEY-----\n${'QUJD'.repeat(20)}\n`].join(' ');
  const secret = ['SIGNING_SECRET', 'c2VjcmV0'.repeat(6)].join('=');
  expect([key, secret].map(hasSecret)).toEqual([true, true]);
});
