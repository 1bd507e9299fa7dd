import { error } from '@sveltejs/kit';

/**
 * A public document for programs that verify badges, from whatever site: the only responses that every origin may read.
 * `maxAge`: for how many seconds caches may keep it.
 */
export function machineDocument(value: Record<string, unknown> | null, maxAge: number): Response {
  if (value === null) error(404, 'We cannot find that document.');
  return new Response(JSON.stringify(value), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': `public, max-age=${maxAge}`
    }
  });
}
