import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { drawNonce } from '#lib/server/drawn/draw-nonce.ts';
import { makeDrawnPages } from '#lib/server/drawn/drawn-pages.ts';
import { putTogether, takeApart, type PagePieces } from '#lib/server/drawn/page-pieces.ts';
import { meters } from '#lib/server/watch/meters.ts';
import { ownerOf } from '../keep-on-device.ts';
import { readAskedPage, type AskedPage } from './asked-page.ts';
import { knowReader, type KnownReader, type Server } from './know-reader.ts';
import { sendPage } from './send-page.ts';

const LESSON = '/activities/[slug]/lesson/[section]';

function send(response: ServerResponse, page: PagePieces, { person, own }: KnownReader): void {
  const { id, givenName: name } = person;
  sendPage(response, putTogether(page, { nonce: drawNonce(), name, owner: ownerOf(id), own }));
}

/** Nothing of the person may be in a page that others get; they have their holes. */
const isNobodys = (html: string, { id, email }: SignedInPerson) =>
  [id, email, ownerOf(id)].every((mark) => !html.includes(mark));

/**
 * Answers with pages that were drawn before, in front of the framework: of a published version nothing changes but what the
 * key of a page tells apart (docs/decisions, “Drawn pages”). Whatever is unusual is left to the framework, whose answer has
 * the same bytes but the nonce. False where the request has not been answered.
 */
export function makeDrawnAnswers(server: Server) {
  const pages = makeDrawnPages();
  /** Keeps what the framework drew, unless what it depends on has changed meanwhile. */
  const keeping =
    (asked: AskedPage, { key, person, own }: KnownReader) =>
    async (html: string, headers: Headers) => {
      if (headers.has('set-cookie') || !isNobodys(html, person)) return;
      const page = takeApart(html, headers, own);
      if (page !== null && (await knowReader(server, asked))?.key === key) pages.keep(key, page);
    };
  const answer = async (asked: AskedPage, request: IncomingMessage, response: ServerResponse) => {
    const known = await knowReader(server, asked);
    if (known === null) return false;
    const page = pages.find(known.key);
    if (page === null) {
      request.footnoteKeep = keeping(asked, known);
      return false;
    }
    await known.open();
    request.footnoteRoute = asked.section === null ? '/activities/[slug]' : LESSON;
    meters().drawnPages.inc();
    send(response, page, known);
    return true;
  };
  return (request: IncomingMessage, response: ServerResponse): Promise<boolean> | false => {
    const asked = readAskedPage(request, server.environment);
    // What fails here fails for the framework too, which says so on a page.
    return asked !== null && answer(asked, request, response).catch(() => false);
  };
}
