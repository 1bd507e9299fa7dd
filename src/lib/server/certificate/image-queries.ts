import { asc, eq } from 'drizzle-orm';
import type { CertificateImage } from '#lib/domain/activity/certificate-image.ts';
import type { Executor } from '../db/index.ts';
import { activityCertificateImages } from '../db/schema/activity-accreditation.ts';
import { certificates } from '../db/schema/certificate.ts';
import { credits } from '../db/schema/credit.ts';

const { kind, mediaType, content, caption, activityVersionId } = activityCertificateImages;

/** The images that an issued document prints: those of the version for which it was issued. */
export function listImagesOfCertificate(db: Executor, certificateId: string): Promise<CertificateImage[]> {
  return db
    .select({ kind, mediaType, content, caption })
    .from(certificates)
    .innerJoin(credits, eq(credits.id, certificates.creditId))
    .innerJoin(activityCertificateImages, eq(activityVersionId, credits.activityVersionId))
    .where(eq(certificates.id, certificateId))
    .orderBy(asc(kind));
}
