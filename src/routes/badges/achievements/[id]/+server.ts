import { readAchievement } from '#lib/server/badge/read-published.ts';
import { machineDocument } from '../../machine-document.ts';
import type { RequestHandler } from './$types';

/** Public: what a badge was given for. Says nothing of any person. */
export const GET: RequestHandler = async ({ locals, params }) =>
  machineDocument(await readAchievement(locals.db, params.id), 86_400);
