import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Sends a page that was put together from pieces, in one packet where it fits. */
export function sendPage(
  response: ServerResponse,
  { headers, chunks }: { headers: OutgoingHttpHeaders; chunks: Uint8Array[] }
): void {
  response.cork();
  response.writeHead(200, headers);
  for (const chunk of chunks) response.write(chunk);
  response.end();
}
