import { error } from '@sveltejs/kit';
import { toAmaList } from '#lib/domain/reference/to-ama-list.ts';
import { toRis } from '#lib/domain/reference/to-ris.ts';
import type { NumberedReference } from '#lib/domain/reference/numbered-reference.ts';
import { readReferenceList } from '#lib/server/activity/read-reference-list.ts';
import { requireGate } from '../../../../guard.ts';
import { requireReading } from '../../require-activity.ts';
import type { RequestHandler } from './$types';

type Format = { type: string; write: (references: NumberedReference[]) => string };

const FORMATS = new Map<string, Format>([
  ['txt', { type: 'text/plain', write: toAmaList }],
  [
    'ris',
    { type: 'application/x-research-info-systems', write: (list) => toRis(list.map(({ csl }) => csl)) }
  ],
  [
    'json',
    {
      type: 'application/vnd.citationstyles.csl+json',
      write: (list) =>
        JSON.stringify(
          list.map(({ csl }) => csl),
          null,
          2
        )
    }
  ]
]);

export const GET: RequestHandler = async (event) => {
  requireGate(event);
  const format = FORMATS.get(event.params.format);
  if (!format) error(404, 'We cannot find that page.');
  const activity = await requireReading(event);
  const references = await readReferenceList(event.locals.db, activity.activityVersionId);
  const name = `${activity.slug}-references.${event.params.format}`;
  return new Response(format.write(references), {
    headers: {
      'content-type': `${format.type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`
    }
  });
};
