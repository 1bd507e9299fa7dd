import { vouchForEmail } from '#lib/server/identity/vouch-for-email.ts';
import { textFlag, wrongUsage } from '../command.ts';
import type { Command, CommandInput, CommandOutcome } from '../command.ts';

async function run({ db, flags, now }: CommandInput): Promise<CommandOutcome> {
  const email = textFlag(flags, 'email');
  if (email === '') return wrongUsage('Missing: --email');
  if (await vouchForEmail(db, { email, now })) {
    return { exitCode: 0, text: `${email} counts as confirmed`, data: { email } };
  }
  const error = `No enabled account has the address ${email}`;
  return { exitCode: 1, text: error, data: { error } };
}

/** Takes an address as proven, on the word of whoever runs the site. */
export const userVerifyEmail: Command = {
  usage: 'user verify-email --email E',
  summary: 'takes an address as confirmed, where no letter can reach it and you know that it is right',
  options: { email: { type: 'string' } },
  words: 0,
  run
};
