import type { RequestEvent } from '@sveltejs/kit';
import { readSectionFields } from '#lib/domain/lesson/read-section-fields.ts';
import { formText } from '../../../../../form-text.ts';

/** The figure for which a drawing was sent, new or already in the text. `svg`: as it was pasted or uploaded. */
export type DrawingPost = { figureId: string; isNew: boolean; alt: string; caption: string; svg: string };

async function readSvg(data: FormData): Promise<string> {
  const file = data.get('drawing-file');
  return file instanceof File && file.size > 0 ? file.text() : formText(data, 'drawing-svg');
}

async function readDrawing(data: FormData): Promise<DrawingPost | null> {
  if (formText(data, 'press') !== 'drawing') return null;
  const chosen = formText(data, 'drawing-figure');
  return {
    figureId: chosen === '' ? formText(data, 'drawing-id').trim() : chosen,
    isNew: chosen === '',
    alt: formText(data, 'drawing-alt').trim(),
    caption: formText(data, 'drawing-caption').trim(),
    svg: await readSvg(data)
  };
}

/** The form of a section as it was sent: text, details of citations, perhaps a drawing, and what it was written on. */
export async function readSectionTextPost({ request }: Pick<RequestEvent, 'request'>) {
  const data = await request.formData();
  const revision = formText(data, 'baseRevision');
  const texts = [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    ...readSectionFields(texts),
    baseRevision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0,
    drawing: await readDrawing(data)
  };
}
