import { isPublicName } from '#lib/domain/badge/is-public-name.ts';
import type { Executor } from '../db/index.ts';
import { drawBadge } from './draw-badge.ts';
import { selectOptionalBadgeOfAchievement } from './queries.ts';
import { renderBadgePng } from './render-badge-png.ts';

/** Drawing takes some tenths of a second and anybody may ask: the pictures asked for last are kept. */
const KEPT = 32;

const kept = new Map<string, Uint8Array>();

/** The picture of an achievement, without a credential inside; null: no badge has it. */
export async function readAchievementImage(
  db: Executor,
  achievementId: string
): Promise<Uint8Array<ArrayBuffer> | null> {
  const known = kept.get(achievementId);
  if (known) return new Uint8Array(known);
  if (!isPublicName(achievementId)) return null;
  const badge = await selectOptionalBadgeOfAchievement(db, achievementId);
  if (badge === null) return null;
  const png = await renderBadgePng(drawBadge(badge.document));
  if (kept.size >= KEPT) kept.delete([...kept.keys()][0] ?? '');
  kept.set(achievementId, png);
  return new Uint8Array(png);
}
