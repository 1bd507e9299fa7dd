import { error, type RequestEvent } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import { requireRole, requireSender } from '../../guard.ts';

/** Who adds references, and the form. */
export async function readAddition(event: RequestEvent) {
  await requireSender(event);
  const { id: actorId } = requireRole(event, 'educator');
  const { db, now } = event.locals;
  return { actorId, db, now, data: await event.request.formData() };
}

/** Who changes which reference, the form, and the address to come back to. */
export async function readChange(event: RequestEvent<{ id: string }>) {
  await requireSender(event);
  const { id: actorId } = requireRole(event, 'educator');
  const { id } = event.params;
  if (!isUuid(id)) error(404, 'We cannot find that page.');
  const data = await event.request.formData();
  const { db, now } = event.locals;
  return { data, db, who: { referenceId: id, actorId, now }, page: `/author/references/${id}` };
}
