import type { Visitor } from './visitor.ts';

/** Makes a token on the admin's page, which shows it once. */
export async function makeToken(admin: Visitor, scopes: string[]): Promise<string> {
  const form = { name: 'Portal', days: '30', scopes };
  const { status, body } = await admin.post('/admin/settings/tokens?/create', form);
  const token = /footnote_[\w-]{43}/.exec(body)?.[0];
  if (status !== 200 || token === undefined) throw new Error(`No token was made (${status}).`);
  if ((await admin.get('/admin/settings/tokens')).body.includes(token))
    throw new Error('The page of tokens shows a token a second time.');
  return token;
}

/** Ends every token. */
export async function endTokens(admin: Visitor): Promise<void> {
  const { body } = await admin.get('/admin/settings/tokens');
  for (const [, id = ''] of body.matchAll(/name="token" value="([^"]+)"/g))
    await admin.post('/admin/settings/tokens?/revoke', { token: id });
}
