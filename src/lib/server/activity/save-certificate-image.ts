import type { CertificateImage, CertificateImageKind } from '#lib/domain/activity/certificate-image.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import {
  deleteCertificateImage,
  replaceCertificateImage,
  selectOptionalCertificateImage
} from './certificate-image-queries.ts';
import { checkImage } from './check-image.ts';
import { lockDraft } from './settings-queries.ts';
import { touchDraft } from './touch-draft.ts';

type SaveInput = {
  activityVersionId: string;
  kind: CertificateImageKind;
  /** The new file; null keeps the one that is there, if any. */
  bytes: Uint8Array | null;
  caption: string;
  actorId: string;
  now: Date;
};

/** `no-file`: there is none to keep. */
export type ImageRefusal = { kind: 'no-draft' } | { kind: 'no-file' } | { kind: 'wrong-file'; why: string };

async function record(tx: Executor, input: Omit<SaveInput, 'bytes' | 'caption'>, removed: boolean) {
  const { activityVersionId, kind, actorId, now } = input;
  await touchDraft(tx, { activityVersionId, actorId, now });
  const subject = { kind: 'activity-version', id: activityVersionId };
  const action = 'activity.save-certificate-image';
  await insertAuditEvent(tx, { at: now, actorId, action, subject, detail: { kind, removed } });
}

/** The image with its caption as it is to be kept. */
async function imageFrom(tx: Executor, input: SaveInput): Promise<Result<CertificateImage, ImageRefusal>> {
  const { activityVersionId: versionId, kind, bytes, caption } = input;
  if (bytes === null) {
    const kept = await selectOptionalCertificateImage(tx, { versionId, kind });
    return kept ? success({ ...kept, caption }) : failure({ kind: 'no-file' });
  }
  const checked = checkImage(bytes);
  if (!checked.ok) return failure({ kind: 'wrong-file', why: checked.problem });
  return success({ kind, mediaType: checked.value.mediaType, content: bytes, caption });
}

/** Keeps logo or signature of a draft; its certificates print them once it is released, and it cannot be changed then. */
export function saveCertificateImage(db: Executor, input: SaveInput): Promise<Result<null, ImageRefusal>> {
  return db.transaction(async (tx) => {
    if (!(await lockDraft(tx, input.activityVersionId))) return failure({ kind: 'no-draft' });
    const image = await imageFrom(tx, input);
    if (!image.ok) return image;
    await replaceCertificateImage(tx, { versionId: input.activityVersionId, ...image.value });
    await record(tx, input, false);
    return success(null);
  });
}

/** Takes logo or signature out of a draft. */
export function removeCertificateImage(
  db: Executor,
  input: Omit<SaveInput, 'bytes' | 'caption'>
): Promise<Result<null, { kind: 'no-draft' }>> {
  return db.transaction(async (tx) => {
    const { activityVersionId: versionId, kind } = input;
    if (!(await lockDraft(tx, versionId))) return failure({ kind: 'no-draft' });
    await deleteCertificateImage(tx, { versionId, kind });
    await record(tx, input, true);
    return success(null);
  });
}
