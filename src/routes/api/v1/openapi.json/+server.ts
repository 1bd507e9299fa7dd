import { openApi } from '#lib/server/report/api/open-api.ts';
import type { RequestHandler } from './$types';

/** For anybody: what the API answers is written here, and nothing of what it holds. */
export const GET: RequestHandler = ({ url }) =>
  new Response(JSON.stringify(openApi(url.origin)), {
    headers: { 'content-type': 'application/json; charset=utf-8' }
  });
