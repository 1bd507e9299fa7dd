import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { isMessageState } from '#lib/domain/identity/message-state.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { cancelMessage } from '#lib/server/identity/cancel-message.ts';
import { readOutbox } from '#lib/server/identity/read-outbox.ts';
import { retryMessage } from '#lib/server/identity/retry-message.ts';
import { formText } from '../../form-text.ts';
import { requireRole } from '../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

function readBefore(url: URL): Date | null {
  const at = new Date(url.searchParams.get('before') ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
}

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const asked = event.url.searchParams.get('state') ?? '';
  const state = isMessageState(asked) ? asked : 'waiting';
  return {
    state,
    hasMailServer: event.locals.environment.smtpUrl !== null,
    ...(await readOutbox(event.locals.db, { state, before: readBefore(event.url) }))
  };
};

const GONE = 'This letter does not wait any more. It was sent or taken back meanwhile.';

async function readMessage(event: RequestEvent) {
  const { id: actorId } = requireRole(event, 'admin');
  const messageId = formText(await event.request.formData(), 'message');
  if (!isUuid(messageId)) error(400, 'Choose a letter from the list.');
  return { messageId, actorId, now: event.locals.now };
}

export const actions: Actions = {
  retry: async (event) => {
    if (!(await retryMessage(event.locals.db, await readMessage(event)))) error(409, GONE);
    redirect(303, '/admin/outbox');
  },
  cancel: async (event) => {
    if (!(await cancelMessage(event.locals.db, await readMessage(event)))) error(409, GONE);
    redirect(303, '/admin/outbox');
  }
};
