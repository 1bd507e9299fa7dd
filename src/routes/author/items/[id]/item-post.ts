import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { editItemForm } from '#lib/domain/question-bank/edit-item-form.ts';
import { readTags, type ItemForm } from '#lib/domain/question-bank/item-form.ts';
import { readEdit, readItemForm } from '#lib/domain/question-bank/read-item-form.ts';
import { readSearch } from '#lib/domain/reference/library-filter.ts';
import { readPostedFields } from '../../../posted-fields.ts';
import { requireNewestVersion } from '../require-item.ts';
import type { RequestEvent } from './$types';

type ItemPost = {
  versionId: string;
  baseRevision: number;
  form: ItemForm;
  edit: string;
  tags: { added: string[]; removed: string[] };
  /** What to search for in the library, and what the page had searched for. */
  find: { wanted: string; shown: string };
  /** The author has seen the other version and saves over it, or takes it. */
  overwrites: boolean;
  takesTheirs: boolean;
  problems: FieldProblem[];
};

const NEWER = 'The item has a newer version by now. Copy what you need, then reload the page.';

const revisionIn = (text: string | undefined) => (text && /^\d{1,9}$/.test(text) ? Number(text) : 0);

/** The posted form of the newest version of an item, with the button that was pressed already applied to it. */
export async function readItemPost(event: RequestEvent): Promise<ItemPost> {
  const versionId = await requireNewestVersion(event);
  const fields = await readPostedFields(event.request);
  const first = (name: string) => fields.get(name)?.[0];
  const { form, problems } = readItemForm(fields);
  const edit = readEdit(fields);
  const [before, after] = [readTags(first('tagsBefore') ?? ''), readTags(form.tags)];
  const isNewest = first('versionId') === versionId;
  return {
    ...{ versionId, edit, form: editItemForm(form, edit) },
    baseRevision: revisionIn(first('overwrites') ?? first('baseRevision')),
    tags: {
      added: after.filter((tag) => !before.includes(tag)),
      removed: before.filter((tag) => !after.includes(tag))
    },
    find: { wanted: readSearch(first('find') ?? null), shown: readSearch(first('found') ?? null) },
    overwrites: fields.has('overwrites'),
    takesTheirs: fields.has('takeTheirs'),
    problems: isNewest ? problems : [...problems, { field: 'leadIn', message: NEWER }]
  };
}
