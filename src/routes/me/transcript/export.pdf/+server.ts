import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { transcriptSheet } from '#lib/domain/certificate/transcript-sheet.ts';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { readPaper } from '#lib/server/certificate/read-holder-name.ts';
import { renderTranscriptPdf } from '#lib/server/certificate/render-transcript-pdf.ts';
import { requirePerson } from '../../../guard.ts';
import { requireRecord } from '../transcript-request.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { id } = requirePerson(event);
  const { db, now } = event.locals;
  const today = calendarDayOf(now);
  const typedAt = `${event.url.host}/verify`;
  const sheet = transcriptSheet({ ...(await requireRecord(event)), today, typedAt });
  const pdf = await renderTranscriptPdf({ sheet, paper: await readPaper(db, id), now });
  return new Response(pdf, {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(pdf.byteLength),
      'content-disposition': contentDisposition(`Transcript, ${sheet.name || 'unnamed'}, ${today}.pdf`),
      'cache-control': 'private, no-store'
    }
  });
};
