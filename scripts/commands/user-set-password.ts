import { readFileSync } from 'node:fs';
import { setPassword } from '#lib/server/identity/set-password.ts';
import { publicAddress } from '#lib/server/public-address.ts';
import { textFlag, wrongUsage } from '../command.ts';
import type { Command, CommandInput, CommandOutcome } from '../command.ts';

async function run({ db, flags, now, environment }: CommandInput): Promise<CommandOutcome> {
  const email = textFlag(flags, 'email');
  if (email === '' || flags['password-stdin'] !== true) {
    return wrongUsage(
      'Needed: --email E and --password-stdin, with the password in the first line of the input'
    );
  }
  const password = readFileSync(0, 'utf8').split(/\r?\n/)[0] ?? '';
  const set = await setPassword(db, { email, password, origin: publicAddress(environment), now });
  if (!set.ok) return { exitCode: 1, text: set.problem, data: { error: set.problem } };
  return { exitCode: 0, text: `${email} has a new password`, data: { email } };
}

/** Replaces a password that was forgotten, where no mail server can send a link. */
export const userSetPassword: Command = {
  usage: 'user set-password --email E --password-stdin',
  summary: 'replaces a forgotten password where no letter can; everybody is signed out of the account',
  options: { email: { type: 'string' }, 'password-stdin': { type: 'boolean' } },
  words: 0,
  run
};
