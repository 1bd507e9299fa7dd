import { fail } from '@sveltejs/kit';
import { lookUpMessage, readLookUpIdentifier, SOURCES } from '#lib/domain/reference/looked-up.ts';
import { formOfReference } from '#lib/domain/reference/reference-form.ts';
import { readReferenceStatus } from '#lib/domain/reference/reference-status.ts';
import { tidyText } from '#lib/domain/tidy-text.ts';
import { previewLookedUp } from '#lib/server/reference/preview-looked-up.ts';
import { formText } from '../../../form-text.ts';

type Db = Parameters<typeof previewLookedUp>[0];

/** The form of the reference that was looked up, with the same one of the library; or why there is none. */
export async function answerLookUp(db: Db, data: FormData) {
  const sought = formText(data, 'identifier').slice(0, 500);
  const refused = (status: number, message: string) =>
    fail(status, { sought, twin: null, problems: [{ field: 'identifier', message }] });
  const asked = readLookUpIdentifier(sought);
  if (asked === null)
    return refused(400, 'Enter a DOI such as 10.1038/nature21349, or a PMID such as 28102259');
  const previewed = await previewLookedUp(db, { asked });
  if (!previewed.ok) return refused(400, lookUpMessage(previewed.problem, asked));
  const { status, statusNote, former: twin, ...record } = previewed.value;
  const found = { status, statusNote };
  return {
    sought,
    typed: formOfReference(record),
    found,
    filledFrom: SOURCES[asked.kind],
    twin,
    problems: []
  };
}

/** How the web said that the reference stands, when it filled in the form. */
export const readFoundStatus = (data: FormData) => ({
  status: readReferenceStatus(formText(data, 'foundStatus')) ?? 'current',
  statusNote: tidyText(formText(data, 'foundNote')).slice(0, 2000)
});
