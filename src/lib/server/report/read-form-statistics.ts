import { stemBeginning } from '#lib/domain/question-bank/review-queue.ts';
import { formFacts } from '#lib/domain/report/items/form-facts.ts';
import { formItemRow, type FormItemRow } from '#lib/domain/report/items/form-item-row.ts';
import { formWords } from '#lib/domain/report/items/item-entry.ts';
import type { ItemFact } from '#lib/domain/report/items/item-facts.ts';
import type { Executor } from '../db/index.ts';
import { knownItem } from './known-item.ts';
import { listFiguresOfForm, listFormsOfActivity } from './known-items-queries.ts';

/** A form with its items, as the page of an activity shows it. */
type FormPage = {
  /** All forms of the activity that have figures. */
  forms: { assessmentId: string; words: string }[];
  /** The one that is shown; null where none has figures. */
  shown: {
    assessmentId: string;
    computedAt: Date;
    isFixedForm: boolean;
    facts: ItemFact[];
    items: FormItemRow[];
  } | null;
};

/** The statistics of a form of an activity as they were last computed; the first one where `assessmentId` names none of them. */
export async function readFormStatistics(
  db: Executor,
  { activityId, assessmentId }: { activityId: string; assessmentId: string | null }
): Promise<FormPage> {
  const forms = await listFormsOfActivity(db, activityId);
  const listed = forms.map((form) => ({ assessmentId: form.assessmentId, words: formWords(form) }));
  const form = forms.find((one) => one.assessmentId === assessmentId) ?? forms[0];
  if (form === undefined) return { forms: listed, shown: null };
  const rows = await listFiguresOfForm(db, form.assessmentId);
  const items = rows.map(({ itemId, externalId, version, stem, ...row }) =>
    formItemRow({ itemId, externalId, version, stem: stemBeginning(stem) }, knownItem(row, []))
  );
  const { computedAt, isFixedForm } = form;
  const shown = {
    assessmentId: form.assessmentId,
    ...{ computedAt, isFixedForm, items, facts: formFacts(form) }
  };
  return { forms: listed, shown };
}
