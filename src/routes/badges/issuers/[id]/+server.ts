import { readIssuer } from '#lib/server/badge/read-published.ts';
import { machineDocument } from '../../machine-document.ts';
import type { RequestHandler } from './$types';

/** Public: the profile of whoever issues badges here. */
export const GET: RequestHandler = async ({ locals, params }) =>
  machineDocument(await readIssuer(locals.db, params.id), 3600);
