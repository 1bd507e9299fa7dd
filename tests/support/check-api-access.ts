import { API_SCOPES } from '#lib/domain/identity/api-scope.ts';
import { API_ACCESS } from './api-access.ts';
import { endTokens, makeToken } from './api-token.ts';
import type { Visitor } from './visitor.ts';

/** Tokens with every scope but one, by that one, and a token that was ended. */
async function makeTokens(admin: Visitor) {
  const scopes = API_SCOPES.map(({ id }) => id);
  const ended = await makeToken(admin, scopes);
  await endTokens(admin);
  const without = new Map<string, string>();
  for (const scope of scopes)
    without.set(
      scope,
      await makeToken(
        admin,
        scopes.filter((other) => other !== scope)
      )
    );
  return { ended, without };
}

/** Every route and method of the API that answers a token without its scope, an ended one, or something that is none. */
export async function apiBreaches({ origin, admin }: { origin: string; admin: Visitor }): Promise<string[]> {
  const { ended, without } = await makeTokens(admin);
  const found: string[] = [];
  for (const { route, path = route, get, actions = {}, scope } of API_ACCESS) {
    for (const method of scope === null ? [] : [...(get ? ['GET'] : []), ...Object.keys(actions)]) {
      const ask = async (authorization: string) =>
        (await fetch(origin + path, { method, headers: { authorization, origin } })).status;
      const narrow = await ask(`Bearer ${without.get(scope ?? '') ?? ''}`);
      if (narrow !== 403) found.push(`${method} ${route} without ${scope} gets ${narrow}`);
      // That a token ends by its date is shown with another clock in tests/integration/identity.
      for (const wrong of [`Bearer ${ended}`, `Basic ${ended}`]) {
        const status = await ask(wrong);
        if (status !== 401) found.push(`${method} ${route} with a wrong token gets ${status}`);
      }
    }
  }
  return found;
}
