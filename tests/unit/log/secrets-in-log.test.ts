import { describe, expect, it } from 'vitest';
import { PASSWORD } from '../../support/people.ts';
import { secretsInLog } from '../../support/secrets-in-log.ts';

const RATIONALE =
  'Acquired resistance needs a response that is later lost. No lesion in this patient ever responded.';

describe('the look through the output of the program', () => {
  it.each([
    ['an address', '{"msg":"x","email":"ana.b@example.org"}'],
    ['a password', `{"msg":"${PASSWORD}"}`],
    ['a hash', '{"msg":"$argon2id$v=19$m=19456"}'],
    ['a session', `{"msg":"x","id":"${'ab2c'.repeat(10)}"}`],
    ['a cookie', '{"msg":"cookie: session=abc"}'],
    ['a link', 'GET /reset-password?token=0123456789abcdef0123'],
    ['an address of a machine', '{"network":"192.0.2.17"}'],
    ['a rationale', `{"err":{"message":"${RATIONALE}"}}`]
  ])('finds %s', (_, line) => {
    expect(secretsInLog(`Database: PGlite\n${line}\n`)).toEqual([expect.stringMatching(/^line 2: /)]);
  });

  it('passes what the log may hold, and the link that the operator is to see', () => {
    const line = {
      level: 40,
      time: '2027-01-31T12:00:00.000Z',
      network: '192.0.2.0/24',
      person: '7f3c2a10-5a68-4a0e-9a53-1b9d2f6c1f10',
      route: '/attempts/[id]/[position]',
      err: { at: ['at run (file:///srv/node_modules/@sveltejs/kit/src/runtime/server/index.js:12:3)'] }
    };
    const link = `Make the first admin with this link (once, within 24 hours): http://localhost:3000/set-up/${'a'.repeat(43)}`;
    expect(secretsInLog(`${link}\n${JSON.stringify(line)}\n`)).toEqual([]);
  });
});
