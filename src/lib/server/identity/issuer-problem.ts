/** An issuer's server says or sends what none of its kind does; `code` is for the log. */
export class UnfitIssuer extends Error {
  override name = 'UnfitIssuer';
  code: string;

  constructor(code: 'OTHER_ISSUER' | 'UNFIT_ENDPOINT' | 'UNFIT_ADDRESS' | 'LEADS_ELSEWHERE' | 'TOO_LARGE') {
    super(`The issuer is not fit: ${code}`);
    this.code = code;
  }
}

/** The chain of an error and its causes, outermost first. */
function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let each = error; each instanceof Error && chain.length < 5; each = each.cause) chain.push(each);
  return chain;
}

const isWord = (value: unknown): value is string => typeof value === 'string' && /^[\w.-]{1,60}$/.test(value);

/** Of an error, or of what it was caused by: `code` of the library or the system, OAuth's `error`, the claim that did not fit. */
const TELLING = ['code', 'error', 'claim', 'attribute'];

function wordsOf(facts: object): string[] {
  const found: [string, unknown][] = Object.entries(facts);
  return found
    .filter(([name]) => TELLING.includes(name))
    .flatMap(([, value]) => (isWord(value) ? [value] : []));
}

/** The library tells what did not fit in a cause that is no error. */
function detailsOf({ cause }: Error): object {
  return typeof cause === 'object' && cause !== null && !(cause instanceof Error) ? cause : {};
}

/**
 * What went wrong with an issuer, in the words of the library and the system, e.g. `OAUTH_JWT_CLAIM_COMPARISON_FAILED
 * nonce`; nothing of a token, a code or a person.
 */
export function describeIssuerProblem(error: unknown): string {
  const chain = chainOf(error);
  const words = [...new Set(chain.flatMap((each) => [...wordsOf(each), ...wordsOf(detailsOf(each))]))];
  return words.length > 0 ? words.join(' ') : (chain.at(-1)?.name ?? 'unknown');
}

const UNREACHABLE = /^(?:E[A-Z0-9]+|EAI_\w+|UND_ERR_\w+|OAUTH_(?:TIMEOUT|ABORT)|CERT_\w+|\w+_CERT\w*)$/;

/** Whether the issuer could not be asked at all: no such host, no connection, no valid certificate, no answer in time. */
export function isNoAnswer(error: unknown): boolean {
  return chainOf(error).some(
    (each) =>
      each.name === 'TimeoutError' ||
      ('code' in each && typeof each.code === 'string' && UNREACHABLE.test(each.code))
  );
}
