import { keyOfVersion, regradeItem } from '#lib/domain/attempt/regrade-view.ts';
import { apply, preview } from './decide.ts';
import { requireTarget } from './regrade-request.ts';
import { previewUndo, undo } from './take-back.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { person, itemId, target, back } = await requireTarget(event);
  const { item, later, versions, isLive, inForce, entries } = target;
  return {
    ...{ itemId, versions, isLive, inForce, entries, back },
    externalId: item.externalId,
    item: regradeItem(item),
    later: later.map((by) => ({
      versionId: by.versionId,
      version: by.version,
      key: keyOfVersion(by).join('; ')
    })),
    isEducator: person.roles.includes('educator'),
    done: event.url.searchParams.get('done')
  };
};

export const actions: Actions = {
  preview: (event) => preview(event),
  apply: (event) => apply(event),
  previewUndo: (event) => previewUndo(event),
  undo: (event) => undo(event)
};
