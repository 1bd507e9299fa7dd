import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { LookUpService } from '#lib/server/reference/web-lookup.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine that speaks as Crossref's REST API and PubMed's E-utilities do. */
export type PublicationsServer = {
  service: LookUpService;
  /** The address of each request that came in, with who asked. */
  requests: { url: string; agent: string }[];
  close: () => Promise<void>;
};

const send = (
  response: ServerResponse,
  { status = 200, type, body }: { status?: number; type: string; body: string }
) => response.writeHead(status, { 'content-type': type }).end(body);

/** Crossref's envelope: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md */
export const crossrefWork =
  (message: object): Answer =>
  (_, response) =>
    send(response, {
      type: 'application/json',
      body: JSON.stringify({ status: 'ok', 'message-type': 'work', 'message-version': '1.0.0', message })
    });

/** A record of MEDLINE as efetch gives it: a blank line, then the fields. */
export const medlineRecord =
  (...lines: string[]): Answer =>
  (_, response) =>
    send(response, { type: 'text/plain; charset=UTF-8', body: `\n${lines.join('\n')}\n\n` });

const unknown: Answer = ({ url = '' }, response) =>
  url.startsWith('/works/')
    ? send(response, { status: 404, type: 'text/plain', body: 'Resource not found.' })
    : send(response, {
        type: 'text/plain',
        body: '\n1. id: 999 Error occurred: The following PMID is not available: 999\n'
      });

/** Starts it; `answers` go by the decoded DOI or the PMID. */
export async function startPublicationsServer(answers: Record<string, Answer>): Promise<PublicationsServer> {
  const requests: PublicationsServer['requests'] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    requests.push({ url: request.url ?? '', agent: request.headers['user-agent'] ?? '' });
    const sought = url.searchParams.get('id') ?? decodeURIComponent(url.pathname.replace(/^\/works\//, ''));
    (answers[sought] ?? unknown)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    service: { crossref: origin, pubmed: `${origin}/entrez/eutils`, timeoutMs: 10_000, largestBytes: 20_000 },
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}
