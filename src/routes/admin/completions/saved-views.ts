import { error } from '@sveltejs/kit';
import { readViewName } from '#lib/domain/report/saved-view.ts';
import { formText } from '../../form-text.ts';
import { pageOf } from './completion-request.ts';
import { change, keep, refuse, remove } from './saved-view-steps.ts';
import type { RequestEvent } from './$types';

/** Does with the saved views what the button says that was pressed; the admin has been let in. */
export async function changeSavedViews(event: RequestEvent, actorId: string) {
  const { page, problems } = pageOf(event.url);
  if (problems.length > 0) error(400, 'Mend the filter before you save the view.');
  const data = await event.request.formData();
  const typed = formText(data, 'save-name') || formText(data, 'new-name');
  const isShared = data.has('shared');
  const sent = { page, id: formText(data, 'id'), typed, isShared, actorId };
  switch (formText(data, 'do')) {
    case 'save':
      return keep(event, sent);
    case 'replace':
      return change(event, sent, { kind: 'replace', view: page.view });
    case 'rename': {
      const name = readViewName(typed);
      return name.ok
        ? change(event, sent, { kind: 'rename', name: name.value })
        : refuse('new-name', typed, name.problem);
    }
    case 'share':
      return change(event, sent, { kind: 'share', isShared: true });
    case 'unshare':
      return change(event, sent, { kind: 'share', isShared: false });
    case 'delete':
      return remove(event, sent);
    default:
      error(400, 'This form was not sent whole. Open the page again.');
  }
}
