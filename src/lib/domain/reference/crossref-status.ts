import { cslText, isRecord } from './csl-parts.ts';
import { sameDoi } from './identifiers.ts';
import { gravestFirst, type ReferenceStatus } from './reference-status.ts';

type Notice = { kind: string; doi: string; day: string };

/** Crossref's kinds of update; others, such as a new version, say nothing against a paper. https://www.crossref.org/documentation/crossmark/ */
const KINDS: Record<string, ReferenceStatus> = {
  retraction: 'retracted',
  removal: 'retracted',
  withdrawal: 'retracted',
  'expression-of-concern': 'expression-of-concern',
  correction: 'corrected',
  corrigendum: 'corrected',
  erratum: 'corrected',
  addendum: 'corrected',
  'partial-retraction': 'corrected'
};

const dayOf = (updated: unknown): string =>
  isRecord(updated) ? (/^\d{4}-\d{2}-\d{2}/.exec(cslText(updated['date-time']))?.[0] ?? '') : '';

function noticesIn(list: unknown): Notice[] {
  return (Array.isArray(list) ? list : []).filter(isRecord).map((notice) => ({
    kind: cslText(notice['type']).toLowerCase().replaceAll('_', '-'),
    doi: cslText(notice['DOI']),
    day: dayOf(notice['updated'])
  }));
}

/** `updated-by` names the notices about this paper; `update-to` what this one is a notice about, which may be itself. */
function noticesAbout(message: Record<string, unknown>): Notice[] {
  const own = cslText(message['DOI']);
  const itself = noticesIn(message['update-to']).filter(({ doi }) => own !== '' && sameDoi(doi, own));
  return [...noticesIn(message['updated-by']), ...itself];
}

/** A retraction or concern that was taken back on a later day counts no more. */
function standing(notices: Notice[]): Notice[] {
  const reinstated = notices.filter(({ kind }) => kind === 'reinstatement').map(({ day }) => day);
  return notices.filter(({ day }) => !reinstated.some((later) => later > day && day !== ''));
}

const words = ({ kind, doi, day }: Notice) =>
  `${kind.replaceAll('-', ' ')}${doi === '' ? '' : `, doi:${doi}`}${day === '' ? '' : `, ${day}`}`;

/** Publishers that send no notice still put it before the title: "RETRACTED ARTICLE: …". */
const isMarkedInTitle = (message: Record<string, unknown>) =>
  /^(?:retracted|withdrawn|removed)(?: article)?\s*:/i.test(cslText(message['title']).trim());

/** How a paper stands by its Crossref record, with the notices that say so, the gravest first (cme-rules.md §6.3). */
export function crossrefStatus(message: Record<string, unknown>): {
  status: ReferenceStatus;
  statusNote: string;
} {
  const doubts = standing(noticesAbout(message))
    .flatMap((notice) => {
      const status = KINDS[notice.kind];
      return status ? [{ status, notice }] : [];
    })
    .toSorted(gravestFirst);
  const [first] = doubts;
  if (first?.status !== 'retracted' && isMarkedInTitle(message))
    return { status: 'retracted', statusNote: 'Crossref has it with a title that says so.' };
  if (!first) return { status: 'current', statusNote: '' };
  const statusNote = `Crossref lists: ${doubts.map(({ notice }) => words(notice)).join('; ')}.`;
  return { status: first.status, statusNote: statusNote.slice(0, 2000) };
}
