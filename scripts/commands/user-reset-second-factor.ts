import { findPersonByEmail } from '#lib/server/identity/find-person-by-email.ts';
import { resetSecondFactor } from '#lib/server/identity/reset-second-factor.ts';
import { publicAddress } from '#lib/server/public-address.ts';
import { textFlag, wrongUsage } from '../command.ts';
import type { Command, CommandInput, CommandOutcome } from '../command.ts';

async function run({ db, flags, environment, now }: CommandInput): Promise<CommandOutcome> {
  const email = textFlag(flags, 'email');
  if (email === '') return wrongUsage('Missing: --email');
  const personId = await findPersonByEmail(db, email);
  const reason = 'The operator, at the command line';
  const reset =
    personId !== null &&
    (await resetSecondFactor(db, {
      personId,
      actorId: null,
      reason,
      origin: publicAddress(environment),
      now
    }));
  if (reset && reset.ok)
    return { exitCode: 0, text: `The second factor of ${email} is reset.`, data: { id: personId, email } };
  const error = `Nobody has the address ${email}`;
  return { exitCode: 1, text: error, data: { error } };
}

/** Takes away the second factor of somebody who has lost it. */
export const userResetSecondFactor: Command = {
  usage: 'user reset-second-factor --email E',
  summary: 'removes the authenticator app, passkeys and recovery codes of somebody who has lost them',
  options: { email: { type: 'string' } },
  words: 0,
  run
};
