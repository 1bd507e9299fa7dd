import type { LookedUp, LookUpIdentifier, LookUpProblem } from '#lib/domain/reference/looked-up.ts';
import { isRecord } from '#lib/domain/reference/csl-parts.ts';
import { readCrossref } from '#lib/domain/reference/read-crossref.ts';
import { readNbib } from '#lib/domain/reference/read-nbib.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';

/** Where to ask, and how patiently. Anything but https is refused, save on the loopback address. */
export type LookUpService = { crossref: string; pubmed: string; timeoutMs: number; largestBytes: number };

/** Asks the web about one identifier. */
export type WebLookup = (asked: LookUpIdentifier) => Promise<Result<LookedUp, LookUpProblem>>;

/** https://api.crossref.org and https://www.ncbi.nlm.nih.gov/books/NBK25501/ */
const PUBLIC_SERVICE: LookUpService = {
  crossref: 'https://api.crossref.org',
  pubmed: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils',
  timeoutMs: 10_000,
  largestBytes: 5_000_000
};

const HEADERS = { 'user-agent': 'Footnote (self-hosted software for medical education)', accept: '*/*' };

const MOST_REDIRECTS = 2;

function checked(address: string): URL {
  const url = new URL(address);
  const isLoopback = url.protocol === 'http:' && url.hostname === '127.0.0.1';
  if (url.protocol !== 'https:' && !isLoopback) throw new Error(`Not asked over https: ${address}`);
  return url;
}

function addressOf({ kind, value }: LookUpIdentifier, { crossref, pubmed }: LookUpService): URL {
  if (kind === 'DOI') return checked(`${crossref}/works/${encodeURIComponent(value)}`);
  const query = new URLSearchParams({ db: 'pubmed', id: value, rettype: 'medline', retmode: 'text' });
  return checked(`${pubmed}/efetch.fcgi?${query.toString()}&tool=footnote`);
}

/** Follows redirects on the very same origin only, so that no answer can lead into the network of this server. */
async function ask(address: URL, signal: AbortSignal): Promise<Response | null> {
  let url = address;
  for (let turn = 0; turn <= MOST_REDIRECTS; turn += 1) {
    const response = await fetch(url, { headers: HEADERS, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, url.href)) return null;
    url = new URL(location, url);
    if (url.origin !== address.origin) return null;
  }
  return null;
}

/** The body as text; null where it is larger than a record may be. */
async function textOf(response: Response, largestBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > largestBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readCrossrefAnswer(text: string): Result<LookedUp, LookUpProblem> {
  const answer = parseJson(text);
  const found = isRecord(answer) ? readCrossref(answer['message']) : null;
  return found === null ? failure('not-understood') : success(found);
}

/** PubMed answers for an unknown PMID with a page that holds no record. */
function readPubmedAnswer(text: string, pmid: string): Result<LookedUp, LookUpProblem> {
  const found = readNbib(text).references.find(({ csl }) => csl.PMID === pmid);
  if (!found) return failure(/^PMID- /m.test(text) ? 'not-understood' : 'not-found');
  const { csl, authorsTruncated, status, statusNote } = found;
  return success({ record: { csl, authorsTruncated }, status, statusNote });
}

function problemOf({ ok, status }: Response): LookUpProblem | null {
  if (ok) return null;
  return status === 404 || status === 400 ? 'not-found' : 'no-answer';
}

/**
 * Looks references up at Crossref (by DOI, JSON) and PubMed (by PMID, MEDLINE's text). Beside
 * identity/issuer-fetch.ts the one place from which a request leaves this server; `lookUpReference` asks first whether an
 * admin allows it.
 */
export function webLookup(service: LookUpService = PUBLIC_SERVICE): WebLookup {
  return async (asked) => {
    const address = addressOf(asked, service);
    try {
      const response = await ask(address, AbortSignal.timeout(service.timeoutMs));
      if (response === null) return failure('no-answer');
      const problem = problemOf(response);
      if (problem !== null) {
        await response.body?.cancel();
        return failure(problem);
      }
      const text = await textOf(response, service.largestBytes);
      if (text === null) return failure('not-understood');
      return asked.kind === 'DOI' ? readCrossrefAnswer(text) : readPubmedAnswer(text, asked.value);
    } catch {
      // No network, no such host, a timeout, a connection that broke: to the person all are the same.
      return failure('no-answer');
    }
  };
}
