import { failure, success, type Result } from '../result.ts';

const LONGEST = 500;

/** What people copy instead of the issuer itself. */
const DOCUMENT = /\/\.well-known\/openid-configuration$/;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const isHttpLoopback = ({ protocol, hostname }: URL) => protocol === 'http:' && LOOPBACK.includes(hostname);

const isSafe = (url: URL) => url.username === '' && url.password === '' && url.hash === '';

/**
 * Whether a request may go to this address for the sake of an issuer: https, or plain http to this very machine where the
 * issuer itself is there, for trials and tests. A hospital's issuer may well be on a private network: an admin typed it.
 */
export function mayAsk(address: string, issuer: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(issuer)) return false;
  const url = new URL(address);
  if (!isSafe(url)) return false;
  return url.protocol === 'https:' || (isHttpLoopback(url) && isHttpLoopback(new URL(issuer)));
}

/** The issuer as typed, kept to the letter, since tokens repeat it so; the address of its document will do, too. */
export function parseIssuer(typed: string): Result<string, string> {
  const text = typed.trim().replace(DOCUMENT, '');
  if (text === '' || text.length > LONGEST || !URL.canParse(text) || /\s/.test(text))
    return failure('Enter the address of the issuer, like https://login.hospital.example');
  const url = new URL(text);
  if (!isSafe(url) || url.search !== '' || text.includes('/.well-known/'))
    return failure('Enter the address of the issuer alone, without a name, a question mark or a #');
  if (!mayAsk(text, text)) return failure('The address of the issuer must begin with https://');
  return success(text);
}
