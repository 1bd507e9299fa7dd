import { and, asc, eq } from 'drizzle-orm';
import type { CertificateImage, CertificateImageKind } from '#lib/domain/activity/certificate-image.ts';
import type { Executor } from '../db/index.ts';
import { activityCertificateImages } from '../db/schema/activity-accreditation.ts';

const { activityVersionId, kind, mediaType, content, caption } = activityCertificateImages;

/** The images of a version, without their bytes. */
export function listCertificateImages(
  db: Executor,
  versionId: string
): Promise<Pick<CertificateImage, 'kind' | 'caption'>[]> {
  return db
    .select({ kind, caption })
    .from(activityCertificateImages)
    .where(eq(activityVersionId, versionId))
    .orderBy(asc(kind));
}

type Which = { versionId: string; kind: CertificateImageKind };

const isOne = (which: Which) => and(eq(activityVersionId, which.versionId), eq(kind, which.kind));

/** One image of a version, or null. */
export async function selectOptionalCertificateImage(
  db: Executor,
  which: Which
): Promise<CertificateImage | null> {
  const columns = { kind, mediaType, content, caption };
  const [image] = await db.select(columns).from(activityCertificateImages).where(isOne(which));
  return image ?? null;
}

/** Keeps an image in place of the one that was there. */
export async function replaceCertificateImage(
  tx: Executor,
  { versionId, ...image }: CertificateImage & { versionId: string }
): Promise<void> {
  await tx
    .insert(activityCertificateImages)
    .values({ activityVersionId: versionId, ...image })
    .onConflictDoUpdate({ target: [activityVersionId, kind], set: image });
}

/** Removes one. */
export async function deleteCertificateImage(tx: Executor, which: Which): Promise<void> {
  await tx.delete(activityCertificateImages).where(isOne(which));
}
