import { readKey } from '#lib/server/badge/list-keys.ts';
import { machineDocument } from '../../machine-document.ts';
import type { RequestHandler } from './$types';

/** Public: the key that the header of a badge names. Its bytes never change. */
export const GET: RequestHandler = async ({ locals, params }) =>
  machineDocument(await readKey(locals.db, params.kid), 86_400);
