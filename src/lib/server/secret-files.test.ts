import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseEnvironment } from './environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'footnote-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(text: string): string {
  const path = join(folder, crypto.randomUUID());
  writeFileSync(path, text);
  return path;
}

test('takes secrets from files that the environment names, without the line feed at their end', () => {
  const environment = parseEnvironment({
    DATABASE_URL_FILE: fileWith('postgres://one@db/footnote\n'),
    SIGNING_SECRET_FILE: fileWith('a secret of thirty-two characters\n'),
    SMTP_URL_FILE: ''
  });
  expect(environment.databaseUrl).toBe('postgres://one@db/footnote');
  expect(environment.signingSecret).toBe('a secret of thirty-two characters');
  expect(environment.smtpUrl).toBeNull();
});

test('refuses a secret that is given twice, a file that is not there or holds nothing, and a wrong value in one', () => {
  const both = { SMTP_URL: 'smtp://a', SMTP_URL_FILE: fileWith('smtp://b') };
  expect(() => parseEnvironment(both)).toThrow('SMTP_URL and SMTP_URL_FILE are both set');
  expect(() => parseEnvironment({ SIGNING_SECRET_FILE: join(folder, 'none') })).toThrow(
    /SIGNING_SECRET_FILE names .*none.* cannot be read \(ENOENT/
  );
  expect(() => parseEnvironment({ DATABASE_URL_FILE: fileWith('\n') })).toThrow(
    /DATABASE_URL_FILE names .* is empty/
  );
  expect(() => parseEnvironment({ DATABASE_URL_FILE: fileWith('mysql://x') })).toThrow(
    'DATABASE_URL must be'
  );
});
