import type { CertificateImage, CertificateImageKind } from '#lib/domain/activity/certificate-image.ts';
import type { Executor } from '../db/index.ts';
import { listCertificateImages, selectOptionalCertificateImage } from './certificate-image-queries.ts';

/** What the certificates of a version print beside their words, without the bytes. */
export function readCertificateImages(
  db: Executor,
  versionId: string
): Promise<Pick<CertificateImage, 'kind' | 'caption'>[]> {
  return listCertificateImages(db, versionId);
}

/** One of them with its bytes, or null. */
export function readCertificateImage(
  db: Executor,
  which: { versionId: string; kind: CertificateImageKind }
): Promise<CertificateImage | null> {
  return selectOptionalCertificateImage(db, which);
}
