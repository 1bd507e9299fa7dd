import type { PastedChoice } from '#lib/domain/reference/pasted-row.ts';
import { BLANK_REFERENCE, TEXT_FIELDS, type ReferenceForm } from '#lib/domain/reference/reference-form.ts';
import { decodeText } from '#lib/server/reference/decode-text.ts';
import { formText } from '../../form-text.ts';

/** The fields of a reference as they were typed. */
export function readReferencePost(data: FormData): ReferenceForm {
  const text = (name: string) => formText(data, name);
  const texts = { ...BLANK_REFERENCE.texts };
  for (const { id } of TEXT_FIELDS) texts[id] = text(id);
  return {
    ...{ type: text('type'), title: text('title'), authors: text('authors'), editors: text('editors') },
    authorsTruncated: text('authorsTruncated') === 'yes',
    ...{ issued: text('issued'), accessed: text('accessed'), texts },
    ...{ DOI: text('DOI'), PMID: text('PMID'), PMCID: text('PMCID'), URL: text('URL') }
  };
}

/** What was pasted, or the text of the file that was chosen in its place. */
export async function readPastedText(data: FormData): Promise<string> {
  const file = data.get('file');
  const pasted = formText(data, 'pasted');
  if (pasted.trim() !== '' || typeof file === 'string' || file === null) return pasted;
  return decodeText(new Uint8Array(await file.arrayBuffer()));
}

/** What was chosen for each record of the preview, and what it was seen to be the same as. */
export function readChoices(data: FormData): PastedChoice[] {
  return [...data.entries()].flatMap(([name, value]) => {
    const record = Number(/^choice-(\d{1,6})$/.exec(name)?.[1] ?? NaN);
    if (!Number.isInteger(record)) return [];
    return [{ record, isAdded: value === 'add', former: formText(data, `former-${record}`) }];
  });
}
