import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Sends a page that was put together from pieces, in one packet where it fits. */
export function sendPage(
  response: ServerResponse,
  { headers, chunks }: { headers: OutgoingHttpHeaders; chunks: Uint8Array[] }
): void {
  response.writeHead(200, headers);
  // To copy some kilobytes costs less than to write a piece more.
  response.end(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
}
