import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { writeTranscriptCsv } from '#lib/server/report/write-transcript-csv.ts';
import { requireRecord } from '../transcript-request.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { record } = await requireRecord(event);
  return new Response(writeTranscriptCsv(record), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': contentDisposition(`transcript-${calendarDayOf(event.locals.now)}.csv`),
      'cache-control': 'private, no-store'
    }
  });
};
