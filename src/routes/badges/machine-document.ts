import { error } from '@sveltejs/kit';

/** Open to every origin, which nothing else here is; `maxAge`: for how many seconds caches may keep it. */
export const publicHeaders = (maxAge: number) => ({
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': `public, max-age=${maxAge}`
});

/** A public document for programs that verify badges, from whatever site; null: there is none. */
export function machineDocument(value: Record<string, unknown> | null, maxAge: number): Response {
  if (value === null) error(404, 'We cannot find that document.');
  return new Response(JSON.stringify(value), {
    headers: { 'content-type': 'application/json; charset=utf-8', ...publicHeaders(maxAge) }
  });
}
