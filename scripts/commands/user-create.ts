import { readFileSync } from 'node:fs';
import { parseAccount } from '#lib/domain/identity/account-form.ts';
import { isRole } from '#lib/domain/identity/role.ts';
import { createAccount } from '#lib/server/identity/create-account.ts';
import { textFlag, textFlags, wrongUsage } from '../command.ts';
import type { Command, CommandInput, CommandOutcome } from '../command.ts';

const text = { type: 'string' } as const;

const REQUIRED = ['email', 'given-name', 'family-name', 'profession', 'country'];

/** From --password, which the process list shows, or with --password-stdin the first line of standard input. */
function readPassword(flags: CommandInput['flags']): string {
  if (flags['password-stdin'] !== true) return textFlag(flags, 'password');
  return readFileSync(0, 'utf8').split(/\r?\n/)[0] ?? '';
}

const readAccount = (flags: CommandInput['flags']) =>
  parseAccount({
    email: textFlag(flags, 'email'),
    password: readPassword(flags),
    givenName: textFlag(flags, 'given-name'),
    familyName: textFlag(flags, 'family-name'),
    credentials: textFlag(flags, 'credentials'),
    profession: textFlag(flags, 'profession'),
    specialty: textFlag(flags, 'specialty'),
    country: textFlag(flags, 'country'),
    npi: textFlag(flags, 'npi')
  });

const refuse = (problems: { field: string; message: string }[]): CommandOutcome => ({
  exitCode: 1,
  text: problems.map(({ field, message }) => `${field}: ${message}`).join('\n'),
  data: { problems }
});

async function run({ db, flags, now }: CommandInput): Promise<CommandOutcome> {
  const missing = REQUIRED.filter((name) => textFlag(flags, name) === '');
  if (missing.length > 0) return wrongUsage(`Missing: ${missing.map((name) => `--${name}`).join(' ')}`);
  const given = textFlags(flags, 'role');
  const roles = (given.length > 0 ? given : ['clinician']).filter(isRole);
  if (roles.length < given.length) return wrongUsage('--role is clinician, educator or admin');
  const account = readAccount(flags);
  if (!account.ok) return refuse(account.problem);
  const created = await createAccount(db, { ...account.value, roles, now });
  if (created.ok) {
    const { email } = account.value;
    return {
      exitCode: 0,
      text: `Created ${email} (${roles.join(', ')})`,
      data: { id: created.value, email, roles }
    };
  }
  return refuse([{ field: 'email', message: 'An account with this e-mail address exists' }]);
}

/** Makes an account. It asks nothing, so that a script can use it. */
export const userCreate: Command = {
  usage:
    'user create --email E --given-name G --family-name F --profession P --country CC (--password-stdin | --password W) [--role R]… [--credentials C] [--specialty S] [--npi N]',
  summary: 'makes an account; professions are those of the sign-up form by their ids, e.g. physician',
  options: {
    email: text,
    password: text,
    'password-stdin': { type: 'boolean' },
    'given-name': text,
    'family-name': text,
    credentials: text,
    profession: text,
    specialty: text,
    country: text,
    npi: text,
    role: { type: 'string', multiple: true }
  },
  words: 0,
  run
};
