import { error } from '@sveltejs/kit';
import { readAchievementImage } from '#lib/server/badge/read-achievement-image.ts';
import { publicHeaders } from '../../machine-document.ts';
import type { RequestHandler } from './$types';

/** Public: the picture that wallets show of an achievement. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const png = await readAchievementImage(locals.db, params.id);
  if (png === null) error(404, 'We cannot find that picture.');
  return new Response(png, { headers: { 'content-type': 'image/png', ...publicHeaders(86_400) } });
};
