import { checkDatabase } from '#lib/server/db/check-database.ts';
import { log } from '#lib/server/log.ts';
import type { RequestHandler } from './$types';

/** 200 while the database answers, else 503: what a load balancer asks. */
export const GET: RequestHandler = async ({ locals }) => {
  const headers = { 'content-type': 'text/plain', 'cache-control': 'no-store' };
  const problem = await checkDatabase(locals.db);
  if (problem === null) return new Response('ready\n', { headers });
  log.error({ err: problem }, 'the database does not answer');
  return new Response('the database does not answer\n', { status: 503, headers });
};
