import { isApiScope } from '#lib/domain/identity/api-scope.ts';
import { readTokenForm } from '#lib/domain/identity/token-form.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { createApiToken } from '#lib/server/identity/create-api-token.ts';
import { findAdmin } from '#lib/server/identity/find-admin.ts';
import { listApiTokens } from '#lib/server/identity/list-api-tokens.ts';
import { revokeApiToken } from '#lib/server/identity/revoke-api-token.ts';
import { textFlag, textFlags, wrongUsage } from '../command.ts';
import type { Command, CommandInput, CommandOutcome } from '../command.ts';

const text = { type: 'string' } as const;

async function create({ db, flags, now }: CommandInput): Promise<CommandOutcome> {
  const fields = {
    name: textFlag(flags, 'name'),
    scopes: textFlags(flags, 'scope'),
    days: textFlag(flags, 'days') || '90'
  };
  const asked = readTokenForm(fields, now);
  if (!asked.ok)
    return wrongUsage(asked.problem.map(({ field, message }) => `${field}: ${message}`).join('\n'));
  const email = textFlag(flags, 'owner');
  const ownerId = await findAdmin(db, email);
  if (ownerId === null) {
    const error = `No admin has the address ${email}`;
    return { exitCode: 1, text: error, data: { error } };
  }
  const made = await createApiToken(db, { token: asked.value, ownerId, actorId: null, now });
  const expiresAt = asked.value.expiresAt.toISOString();
  return { exitCode: 0, text: made.token, data: { ...made, scopes: asked.value.scopes, expiresAt } };
}

/** Makes a token of the API; it is printed once. */
export const tokenCreate: Command = {
  usage: 'token create --owner EMAIL --name PROGRAM --scope S… [--days N]',
  summary: 'makes a token of the API in an admin’s name; scopes are those of the API’s document',
  options: { owner: text, name: text, days: text, scope: { type: 'string', multiple: true } },
  words: 0,
  run: create
};

async function list({ db, now }: CommandInput): Promise<CommandOutcome> {
  const tokens = await listApiTokens(db, now);
  const lines = tokens.map(
    ({ id, name, owner, scopes, expiresOn }) =>
      `${id}  ${name}  ${owner}  ${scopes.filter(isApiScope).join(' ')}  until ${expiresOn}`
  );
  return { exitCode: 0, text: lines.join('\n'), data: { tokens } };
}

/** Lists the tokens that work. */
export const tokenList: Command = {
  usage: 'token list',
  summary: 'lists the tokens of the API that work, never the tokens themselves',
  options: {},
  words: 0,
  run: list
};

async function revoke({ db, words, now }: CommandInput): Promise<CommandOutcome> {
  const [id = ''] = words;
  if (!isUuid(id)) return wrongUsage('Give the id of a token, as “token list” prints it');
  const isEnded = await revokeApiToken(db, { id, actorId: null, now });
  const error = 'There is no open token with this id';
  return isEnded
    ? { exitCode: 0, text: 'Ended.', data: { id } }
    : { exitCode: 1, text: error, data: { error } };
}

/** Ends a token at once. */
export const tokenRevoke: Command = {
  usage: 'token revoke ID',
  summary: 'ends a token of the API at once',
  options: {},
  words: 1,
  run: revoke
};
