import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  crossrefWork,
  medlineRecord,
  startPublicationsServer,
  type PublicationsServer
} from '../../support/publications-server.ts';
import { webLookup } from '#lib/server/reference/web-lookup.ts';

const work = { DOI: '10.1000/a(b)/c', type: 'journal-article', title: ['Cells'] };

let server: PublicationsServer;

beforeAll(async () => {
  server = await startPublicationsServer({
    '10.1000/a(b)/c': crossrefWork(work),
    '10.1000/long': crossrefWork({ ...work, abstract: 'x'.repeat(30_000) }),
    '10.1000/html': (_, response) => response.end('<!doctype html>'),
    '10.1000/silent': () => {},
    '10.1000/broken': (request) => request.socket.destroy(),
    '10.1000/busy': (_, response) => response.writeHead(429).end(),
    '10.1000/down': (_, response) => response.writeHead(503).end(),
    '10.1000/moved': (_, response) =>
      response.writeHead(302, { location: '/works/10.1000%2Fa(b)%2Fc' }).end(),
    '10.1000/inward': (_, response) => response.writeHead(302, { location: 'http://localhost/secret' }).end(),
    '10.1000/round': (_, response) => response.writeHead(302, { location: '/works/10.1000%2Fround' }).end(),
    7: medlineRecord('PMID- 7', 'TI  - Cells.', 'RIN - Nature. 2020;1:2. PMID: 8'),
    8: medlineRecord('PMID- 9', 'TI  - Another one.')
  });
});

beforeEach(() => server.requests.splice(0));

afterAll(() => server.close());

const doi = (value: string) => webLookup(server.service)({ kind: 'DOI', value });
/** Waits for less time than a busy machine may need, so only where no answer comes. */
const impatient = (value: string) => webLookup({ ...server.service, timeoutMs: 300 })({ kind: 'DOI', value });
const pmid = (value: string) => webLookup(server.service)({ kind: 'PMID', value });

describe('a look-up on the web', () => {
  it('asks Crossref for a DOI, and says who asks', async () => {
    const found = await doi('10.1000/a(b)/c');
    expect(found).toMatchObject({
      ok: true,
      value: { record: { csl: { title: 'Cells' } }, status: 'current' }
    });
    expect(server.requests).toEqual([
      { url: '/works/10.1000%2Fa(b)%2Fc', agent: expect.stringMatching(/^Footnote /) }
    ]);
  });

  it('asks PubMed for a PMID, in the text format of MEDLINE', async () => {
    const found = await pmid('7');
    expect(found).toMatchObject({ ok: true, value: { record: { csl: { PMID: '7' } }, status: 'retracted' } });
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/entrez/eutils/efetch.fcgi?db=pubmed&id=7&rettype=medline&retmode=text&tool=footnote'
    ]);
  });

  it.each([
    [() => doi('10.1000/nowhere'), 'not-found'],
    [() => pmid('999'), 'not-found'],
    [() => pmid('8'), 'not-understood'],
    [() => doi('10.1000/html'), 'not-understood'],
    [() => doi('10.1000/long'), 'not-understood'],
    [() => impatient('10.1000/silent'), 'no-answer'],
    [() => doi('10.1000/broken'), 'no-answer'],
    [() => doi('10.1000/busy'), 'no-answer'],
    [() => doi('10.1000/down'), 'no-answer']
  ])('tells apart why it gave nothing: %#', async (ask, problem) => {
    expect(await ask()).toEqual({ ok: false, problem });
  });

  it('follows a redirect on the same origin, none elsewhere, and none for ever', async () => {
    expect(await doi('10.1000/moved')).toMatchObject({ ok: true });
    expect(await doi('10.1000/inward')).toEqual({ ok: false, problem: 'no-answer' });
    expect(await doi('10.1000/round')).toEqual({ ok: false, problem: 'no-answer' });
  });

  it('asks nobody but over https', async () => {
    const ask = webLookup({ ...server.service, crossref: 'http://api.crossref.org' });
    await expect(ask({ kind: 'DOI', value: '10.1000/x' })).rejects.toThrow('Not asked over https');
  });
});
