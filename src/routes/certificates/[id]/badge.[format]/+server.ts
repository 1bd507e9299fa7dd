import { error } from '@sveltejs/kit';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { BADGE_FORMATS, badgeFile } from '#lib/server/badge/badge-file.ts';
import { issueBadge, type NoBadge } from '#lib/server/badge/issue-badge.ts';
import { readBadgeOffer } from '#lib/server/badge/read-badge-offer.ts';
import { requirePerson } from '../../../guard.ts';
import { requireCertificate } from '../../require-certificate.ts';
import type { RequestHandler } from './$types';

const REFUSALS: Record<NoBadge, { status: number; message: string }> = {
  'badges-off': { status: 503, message: 'This site does not issue badges. An admin can switch them on.' },
  'key-locked': { status: 503, message: 'The key that signs badges cannot be opened. Tell an admin.' },
  'not-current': { status: 409, message: 'This certificate was replaced or revoked, so it gets no badge.' }
};

/** The holder's alone: the badge is issued in the holder's name, at the first download. */
export const GET: RequestHandler = async (event) => {
  const { id: certificateId, origin, document } = await requireCertificate(event);
  const { db, now, environment } = event.locals;
  const secret = environment.signingSecret;
  const personId = requirePerson(event).id;
  const format = BADGE_FORMATS.find((each) => each === event.params.format);
  const offer = await readBadgeOffer(db, { certificateId, personId, secret });
  if (format === undefined || offer === 'none') error(404, 'We cannot find that badge.');
  const badge = await issueBadge(db, { certificateId, origin, secret, now });
  if (!badge.ok) error(REFUSALS[badge.problem].status, REFUSALS[badge.problem].message);
  const { bytes, type } = await badgeFile({ jwt: badge.value.jwt, document }, format);
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-length': String(bytes.byteLength),
      'content-disposition': contentDisposition(`badge, ${document.activitySlug}.${format}`),
      'cache-control': 'private, no-store'
    }
  });
};
