import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';

/** What one sign-in at the issuer is like; what is not said is as it should be. */
export type Mischief = {
  /** Added to the claims of the ID token; undefined leaves one out. */
  claims?: Record<string, unknown>;
  /** How the token is signed: by the right key, by a stranger's under its name, with the client's secret, or not at all. */
  signed?: 'right' | 'stranger' | 'secret' | 'none';
  /** Changed in the address with which the browser comes back; null leaves one out. */
  answer?: Record<string, string | null>;
  /** What the token endpoint does instead. */
  token?: 'redirects' | 'floods' | 'fails';
  /** Who the user-info endpoint says it is. */
  infoSubject?: string;
};

/** An issuer of our own whose keys and tokens are real, and that misbehaves on demand. */
export type HostileIssuer = {
  issuer: string;
  clientId: string;
  secret: string;
  /** Changed in what it says of itself. */
  metadata: Record<string, unknown>;
  /** How often it was asked for anything. */
  asked: () => number;
  /** Comes back from the authorization endpoint as a browser would. */
  answer: (address: string, mischief?: Mischief) => URL;
  close: () => Promise<void>;
};

const CLIENT_ID = 'footnote';
const SECRET = 'the secret of a client at a hostile issuer';
const KEY = { alg: 'RS256', kid: 'first' };

async function makeSigner() {
  const right = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  const keys = { keys: [{ ...(await exportJWK(right.publicKey)), ...KEY, use: 'sig' }] };
  const sign = (claims: JWTPayload, by: NonNullable<Mischief['signed']>): Promise<string> | string => {
    if (by === 'none') return new UnsecuredJWT(claims).encode();
    const secret = new TextEncoder().encode(SECRET);
    if (by === 'secret') return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    const { privateKey } = by === 'right' ? right : stranger;
    return new SignJWT(claims).setProtectedHeader(KEY).sign(privateKey);
  };
  return { keys, sign };
}

function claimsFor(issuer: string, nonce: string | null, { claims = {} }: Mischief): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  const usual = { iss: issuer, aud: CLIENT_ID, sub: 'mallory', iat: now, exp: now + 300, nonce };
  return JSON.parse(JSON.stringify({ ...usual, ...claims }));
}

const send = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return new URLSearchParams(body);
}

type Ticket = { nonce: string | null; mischief: Mischief };

/** Starts it on a free port. */
export async function startHostileIssuer(): Promise<HostileIssuer> {
  const { keys, sign } = await makeSigner();
  const tickets = new Map<string, Ticket>();
  let issuer = '';
  let asked = 0;
  let last: Ticket | undefined;

  const describe = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/me`,
    response_types_supported: ['code'],
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    authorization_response_iss_parameter_supported: true,
    ...it.metadata
  });

  const giveTokens = async (request: IncomingMessage, response: ServerResponse) => {
    const code = (await bodyOf(request)).get('code') ?? '';
    const ticket = tickets.get(code);
    tickets.delete(code);
    last = ticket;
    const { token, signed = 'right' } = ticket?.mischief ?? {};
    if (ticket === undefined || token === 'fails') return send(response, { error: 'invalid_grant' }, 400);
    if (token === 'redirects') return response.writeHead(302, { location: `${issuer}/jwks` }).end();
    if (token === 'floods') return send(response, { id_token: 'a'.repeat(1_100_000) });
    const id_token = await sign(claimsFor(issuer, ticket.nonce, ticket.mischief), signed);
    return send(response, { access_token: 'opaque', token_type: 'Bearer', expires_in: 60, id_token });
  };

  const server = createServer((request, response) => {
    asked += 1;
    const { pathname } = new URL(request.url ?? '/', issuer);
    if (pathname === '/.well-known/openid-configuration') return send(response, describe());
    if (pathname === '/jwks') return send(response, keys);
    if (pathname === '/me') return send(response, { sub: last?.mischief.infoSubject ?? 'mallory' });
    if (pathname === '/token') return void giveTokens(request, response);
    return send(response, {}, 404);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('The system gave no port.');
  issuer = `http://127.0.0.1:${at.port}`;

  const it: HostileIssuer = {
    issuer,
    clientId: CLIENT_ID,
    secret: SECRET,
    metadata: {},
    asked: () => asked,
    answer: (address, mischief = {}) => {
      const asks = new URL(address).searchParams;
      const code = crypto.randomUUID();
      tickets.set(code, { nonce: asks.get('nonce'), mischief });
      const back = new URL(asks.get('redirect_uri') ?? '');
      const fields = { code, state: asks.get('state'), iss: issuer, ...mischief.answer };
      for (const [name, value] of Object.entries(fields))
        if (value !== null) back.searchParams.set(name, value);
      return back;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
  return it;
}
