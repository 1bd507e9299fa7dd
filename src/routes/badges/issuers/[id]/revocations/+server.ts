import { readRevocations } from '#lib/server/badge/read-published.ts';
import { machineDocument } from '../../../machine-document.ts';
import type { RequestHandler } from './$types';

/** Public: which badges do not hold any more. One minute: what was revoked must not look valid for long. */
export const GET: RequestHandler = async ({ locals, params }) =>
  machineDocument(await readRevocations(locals.db, params.id), 60);
