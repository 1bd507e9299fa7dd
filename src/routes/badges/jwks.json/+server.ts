import { readKeySet } from '#lib/server/badge/list-keys.ts';
import { machineDocument } from '../machine-document.ts';
import type { RequestHandler } from './$types';

/** Public: every key that ever signed a badge here. Five minutes, so that a new key is soon known. */
export const GET: RequestHandler = async ({ locals }) => machineDocument(await readKeySet(locals.db), 300);
