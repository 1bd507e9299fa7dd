import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import { freePort } from './free-port.ts';

/** What the institution says of one of its people, and how it says that they signed in. */
export type InstitutionMember = {
  sub: string;
  given_name?: string;
  family_name?: string;
  email?: string;
  email_verified?: boolean;
  groups?: string[];
  amr?: string[];
};

/** A real OpenID provider on this machine, which signs in whom the test says without asking. */
export type InstitutionProvider = {
  issuer: string;
  clientId: string;
  secret: string;
  /** Addresses that were asked for, in order. */
  asked: string[];
  /** Says who signs in next. */
  expect: (member: InstitutionMember) => void;
  /** Goes where a browser would go, and returns the address with which it comes back to the site. */
  signIn: (address: string, member: InstitutionMember) => Promise<URL>;
  close: () => Promise<void>;
};

const CLIENT_ID = 'footnote';
const SECRET = 'a secret that the institution gave to the site';

async function makeProvider(issuer: string, { redirectUri, members }: Setting): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'first' };
  return new Provider(issuer, {
    jwks: { keys: [key] },
    cookies: { keys: ['a key of the cookies of the provider'] },
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: SECRET,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code']
      }
    ],
    claims: {
      openid: ['sub', 'groups', 'amr'],
      profile: ['given_name', 'family_name'],
      email: ['email', 'email_verified']
    },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...members.get(sub), sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const { session, client } = oidc;
      if (session?.accountId === undefined || client === undefined) return undefined;
      const grant = new oidc.provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    }
  });
}

type Setting = { redirectUri: string; members: Map<string, InstitutionMember> };

/** Follows redirects with the cookies of one browser until they lead to the site. */
async function follow(address: string, redirectUri: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(address);
  for (let turn = 0; turn < 10; turn += 1) {
    if (at.href.startsWith(redirectUri)) return at;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { headers: { cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null)
      throw new Error(`The provider answered ${response.status}: ${await response.text()}`);
    at = new URL(location, at);
  }
  throw new Error('The provider leads nowhere.');
}

/** Starts it for a site that comes back to `redirectUri`. */
export async function startInstitutionProvider(redirectUri: string): Promise<InstitutionProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const members = new Map<string, InstitutionMember>();
  const asked: string[] = [];
  let next: InstitutionMember = { sub: 'nobody' };
  const provider = await makeProvider(issuer, { redirectUri, members });
  const handle = provider.callback();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    asked.push(request.url ?? '');
    if (!request.url?.startsWith('/interaction/')) return handle(request, response);
    const login = { accountId: next.sub, ...(next.amr ? { amr: next.amr } : {}) };
    await provider.interactionFinished(request, response, { login });
  };
  const expect = (member: InstitutionMember) => {
    next = member;
    members.set(member.sub, member);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    issuer,
    clientId: CLIENT_ID,
    secret: SECRET,
    asked,
    expect,
    signIn: (address, member) => {
      expect(member);
      return follow(address, redirectUri);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}
