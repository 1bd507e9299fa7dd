import * as client from 'openid-client';
import { mayAsk } from '#lib/domain/identity/issuer.ts';
import type { Claims } from '#lib/domain/identity/role-rule.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { issuerFetch } from './issuer-fetch.ts';
import { describeIssuerProblem, isNoAnswer, UnfitIssuer } from './issuer-problem.ts';

/** This site as an institution knows it; `secret`: null for a public client. */
export type ClientAtInstitution = { issuer: string; clientId: string; secret: string | null };

/** What an issuer says of itself, as far as an admin needs it. */
export type DiscoveredIssuer = {
  issuer: string;
  endpoints: { authorization: string; token: string; keys: string; userInfo: string | null };
  algorithms: string[];
  claims: string[];
  namesItselfInAnswers: boolean;
};

/** `no-answer` or what came is not fit; `reason`: for the log and for an admin, without anything secret. */
export type IssuerProblem = { kind: 'no-answer' | 'not-confirmed' | 'not-valid'; reason: string };

/** What a browser takes along, and what stays on the server meanwhile. */
type Journey = { state: string; nonce: string; codeVerifier: string };

const SECONDS = 10;
const KNOWN_FOR = 10 * 60_000;

/** What issuers said of themselves lately: a page that begins sign-ins cannot be made to ask them each time. */
const known = new Map<string, { metadata: client.ServerMetadata; until: number }>();

const extensionsFor = (issuer: string) => [
  // The library trusts TLS alone unless told otherwise; tokens are to be signed by the issuer's keys.
  client.enableNonRepudiationChecks,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out: it is for issuers on this machine alone
  ...(new URL(issuer).protocol === 'http:' ? [client.allowInsecureRequests] : [])
];

function requireFit(metadata: client.ServerMetadata, issuer: string): void {
  const { authorization_endpoint: door, token_endpoint: token, jwks_uri: keys } = metadata;
  // Where one directory speaks for many, the library would let another name pass.
  if (metadata.issuer !== issuer) throw new UnfitIssuer('OTHER_ISSUER');
  for (const address of [door, token, keys, metadata.userinfo_endpoint ?? token])
    if (address === undefined || !mayAsk(address, issuer)) throw new UnfitIssuer('UNFIT_ENDPOINT');
}

async function discover(
  { issuer, clientId }: ClientAtInstitution,
  now: Date
): Promise<client.ServerMetadata> {
  const kept = known.get(issuer);
  if (kept !== undefined && kept.until > now.getTime()) return kept.metadata;
  const found = await client.discovery(new URL(issuer), clientId, undefined, undefined, {
    execute: extensionsFor(issuer),
    timeout: SECONDS,
    [client.customFetch]: issuerFetch(issuer)
  });
  const metadata = found.serverMetadata();
  requireFit(metadata, issuer);
  known.set(issuer, { metadata, until: now.getTime() + KNOWN_FOR });
  return metadata;
}

function authenticationOf(
  { secret }: ClientAtInstitution,
  metadata: client.ServerMetadata
): client.ClientAuth {
  if (secret === null) return client.None();
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return methods.includes('client_secret_basic')
    ? client.ClientSecretBasic(secret)
    : client.ClientSecretPost(secret);
}

async function configure(at: ClientAtInstitution, now: Date): Promise<client.Configuration> {
  const metadata = await discover(at, now);
  const config = new client.Configuration(metadata, at.clientId, undefined, authenticationOf(at, metadata));
  config.timeout = SECONDS;
  config[client.customFetch] = issuerFetch(at.issuer);
  for (const extend of extensionsFor(at.issuer)) extend(config);
  return config;
}

async function attempt<Value>(work: () => Promise<Value>): Promise<Result<Value, IssuerProblem>> {
  try {
    return success(await work());
  } catch (error) {
    if (error instanceof client.AuthorizationResponseError)
      return failure({ kind: 'not-confirmed', reason: describeIssuerProblem(error) });
    const kind = isNoAnswer(error) ? 'no-answer' : 'not-valid';
    return failure({ kind, reason: describeIssuerProblem(error) });
  }
}

/** Asks an issuer what it says of itself, anew. */
export function discoverIssuer(
  at: ClientAtInstitution,
  now: Date
): Promise<Result<DiscoveredIssuer, IssuerProblem>> {
  known.delete(at.issuer);
  return attempt(async () => {
    const metadata = await discover(at, now);
    return {
      issuer: metadata.issuer,
      endpoints: {
        authorization: metadata.authorization_endpoint ?? '',
        token: metadata.token_endpoint ?? '',
        keys: metadata.jwks_uri ?? '',
        userInfo: metadata.userinfo_endpoint ?? null
      },
      algorithms: metadata.id_token_signing_alg_values_supported ?? [],
      claims: metadata.claims_supported ?? [],
      namesItselfInAnswers: metadata.authorization_response_iss_parameter_supported ?? false
    };
  });
}

/** Where the browser goes to sign in, and the journey to remember: code flow with PKCE (S256), state and nonce. */
export function beginJourney(
  at: ClientAtInstitution,
  { redirectUri, now }: { redirectUri: string; now: Date }
): Promise<Result<Journey & { address: string }, IssuerProblem>> {
  return attempt(async () => {
    const config = await configure(at, now);
    const state = client.randomState();
    const nonce = client.randomNonce();
    const codeVerifier = client.randomPKCECodeVerifier();
    const address = client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce
    });
    return { state, nonce, codeVerifier, address: address.href };
  });
}

/**
 * Turns the answer that the browser brought into what the issuer says of the person. Checked are state, issuer (RFC 9207)
 * and code, then of the ID token signature, algorithm, issuer, audience, times and nonce. The token wins over what the
 * user-info endpoint adds.
 */
export function endJourney(
  at: ClientAtInstitution,
  { answer, journey, now }: { answer: URL; journey: Journey; now: Date }
): Promise<Result<{ subject: string; token: Claims; claims: Claims }, IssuerProblem>> {
  return attempt(async () => {
    const config = await configure(at, now);
    const tokens = await client.authorizationCodeGrant(config, answer, {
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      pkceCodeVerifier: journey.codeVerifier,
      idTokenExpected: true
    });
    const token = tokens.claims();
    if (token === undefined) throw new client.ClientError('no ID token');
    const hasMore = config.serverMetadata().userinfo_endpoint !== undefined;
    const more = hasMore ? await client.fetchUserInfo(config, tokens.access_token, token.sub) : {};
    return { subject: token.sub, token, claims: { ...more, ...token } };
  });
}
