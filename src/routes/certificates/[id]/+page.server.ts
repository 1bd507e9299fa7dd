import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import { readBadgeOffer } from '#lib/server/badge/read-badge-offer.ts';
import { hideCertificate } from '#lib/server/certificate/hide-certificate.ts';
import { qrPath } from '#lib/server/qr-path.ts';
import { requirePerson } from '../../guard.ts';
import { requireCertificate } from '../require-certificate.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const reader = requirePerson(event);
  const { images, personId, ...certificate } = await requireCertificate(event);
  const { id, document, check, state, isHidden } = certificate;
  const { db, environment } = event.locals;
  const secret = environment.signingSecret;
  const badge = await readBadgeOffer(db, { certificateId: id, personId: reader.id, secret });
  const isOwn = personId === reader.id;
  const shown = images.map(({ kind, caption }) => ({
    kind,
    caption,
    src: `/certificates/${id}/image.${kind}`
  }));
  const page = { id, document, check, state, isHidden, isOwn, badge };
  return { ...page, images: shown, qr: qrPath(check.address) };
};

type Event = Pick<RequestEvent<{ id: string }>, 'locals' | 'url' | 'params'>;

/** Only the holder decides what the public page shows; for everybody else the document does not exist here. */
async function wish(event: Event, isHidden: boolean): Promise<never> {
  const { id: personId } = requirePerson(event);
  const { db, now } = event.locals;
  const { id: certificateId } = event.params;
  const isDone =
    isUuid(certificateId) && (await hideCertificate(db, { certificateId, personId, isHidden, now })).ok;
  if (!isDone) error(404, 'We cannot find that certificate.');
  redirect(303, `/certificates/${certificateId}#visibility`);
}

export const actions: Actions = {
  hide: (event) => {
    requirePerson(event);
    return wish(event, true);
  },
  show: (event) => {
    requirePerson(event);
    return wish(event, false);
  }
};
