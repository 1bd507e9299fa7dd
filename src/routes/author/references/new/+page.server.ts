import { fail, redirect } from '@sveltejs/kit';
import { readReferenceForm } from '#lib/domain/reference/read-reference-form.ts';
import { addReferences } from '#lib/server/reference/add-references.ts';
import { previewPasted } from '#lib/server/reference/preview-pasted.ts';
import { readPasted } from '#lib/server/reference/read-pasted.ts';
import { readReferenceSettings } from '#lib/server/reference/read-reference-settings.ts';
import { formText } from '../../../form-text.ts';
import { requireRole } from '../../../guard.ts';
import { readAddition } from '../reference-change.ts';
import { readChoices, readPastedText, readReferencePost } from '../reference-post.ts';
import { answerLookUp, readFoundStatus } from './look-up-post.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'educator');
  return readReferenceSettings(event.locals.db);
};

const nothing = [{ field: 'pasted', message: 'Paste references, or choose a file that holds some' }];

export const actions: Actions = {
  preview: async (event) => {
    const { db, data } = await readAddition(event);
    const pasted = await readPastedText(data);
    if (pasted.trim() === '') return fail(400, { pasted, twin: null, problems: nothing });
    return { pasted, preview: await previewPasted(db, pasted), twin: null, problems: [] };
  },
  add: async (event) => {
    const { db, data, ...who } = await readAddition(event);
    const pasted = await readPastedText(data);
    const { format, references, problems } = readPasted(pasted);
    const added = await addReferences(db, { references, choices: readChoices(data), ...who });
    if (added.ok) {
      const { added: entries, doubted } = added.value;
      redirect(303, `/author/references?added=${entries.length}&doubted=${doubted}`);
    }
    const preview = { format, rows: added.problem.rows, problems };
    const message = 'The library changed meanwhile. Look through the references again';
    return fail(409, { pasted, preview, twin: null, problems: [{ field: 'preview', message }] });
  },
  lookUp: async (event) => {
    const { db, data } = await readAddition(event);
    return answerLookUp(db, data);
  },
  create: async (event) => {
    const { db, data, ...who } = await readAddition(event);
    const typed = readReferencePost(data);
    const found = readFoundStatus(data);
    const read = readReferenceForm(typed, null);
    if (!read.ok) return fail(400, { typed, found, twin: null, problems: read.problem });
    const references = [{ ...read.value, ...found, record: 1, line: 1 }];
    const choices = [{ record: 1, isAdded: true, former: formText(data, 'former') }];
    const added = await addReferences(db, { references, choices, ...who });
    if (added.ok) redirect(303, `/author/references/${added.value.added[0]?.id ?? ''}?saved`);
    const message =
      'The library seems to hold this reference already. Use that one, or add this one all the same';
    const twin = added.problem.rows[0]?.former ?? null;
    return fail(409, { typed, found, twin, problems: [{ field: 'title', message }] });
  }
};
