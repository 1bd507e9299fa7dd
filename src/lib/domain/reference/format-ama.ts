import { dateWords, imprint, linkParts, sentence, text, yearOf, type AmaPart } from './ama-parts.ts';
import {
  dataset,
  legislation,
  meetingPaper,
  newspaperArticle,
  preprint,
  software,
  thesis
} from './ama-other-types.ts';
import type { CslReference } from './csl-reference.ts';
import { formatNames } from './format-names.ts';

function authorSentence({ author = [] }: CslReference, authorsTruncated: boolean): AmaPart[] {
  const names = formatNames(author, authorsTruncated);
  return names === '' ? [] : [text(`${sentence(names)} `)];
}

/** `10(suppl 13)`, `8(1)`, `4`: AMA writes "suppl" in lower case. */
function volumeWords({ volume = '', issue }: CslReference): string {
  return issue === undefined ? volume : `${volume}(${issue.replace(/\bSuppl\b/gi, 'suppl')})`;
}

function journalArticle(reference: CslReference): AmaPart[] {
  const journal = reference['container-title-short'] ?? reference['container-title'] ?? '';
  const volume = volumeWords(reference);
  const place = `${yearOf(reference)}${volume && `;${volume}`}${reference.page === undefined ? '' : `:${reference.page}`}`;
  return [
    text(sentence(reference.title)),
    ...(journal === '' ? [] : [text(' '), { kind: 'work' as const, text: sentence(journal) }]),
    text(place === '' ? '' : ` ${sentence(place)}`),
    ...linkParts(reference)
  ];
}

/** "2" → "2nd ed. "; words are kept. */
function editionWords({ edition }: CslReference): string {
  if (edition === undefined || edition === '1') return '';
  if (!/^\d+$/.test(edition)) return `${sentence(edition)} `;
  const teens = /1\d$/.test(edition);
  const ending = (!teens && { 1: 'st', 2: 'nd', 3: 'rd' }[edition.slice(-1)]) || 'th';
  return `${edition}${ending} ed. `;
}

function book(reference: CslReference): AmaPart[] {
  return [
    { kind: 'work', text: sentence(reference.title) },
    text(` ${editionWords(reference)}${imprint(reference)}`),
    ...linkParts(reference)
  ];
}

function chapter(reference: CslReference): AmaPart[] {
  const { editor = [] } = reference;
  const editors =
    editor.length === 0 ? '' : `${formatNames(editor, false)}, ${editor.length === 1 ? 'ed' : 'eds'}. `;
  return [
    text(`${sentence(reference.title)} In: ${editors}`),
    { kind: 'work', text: sentence(reference['container-title'] ?? '') },
    text(` ${editionWords(reference)}${imprint(reference)}`),
    ...linkParts(reference)
  ];
}

function webPage(reference: CslReference): AmaPart[] {
  const site = reference['container-title'] ?? reference.publisher;
  const published = dateWords(reference.issued);
  const seen = dateWords(reference.accessed);
  return [
    text(`${sentence(reference.title)} `),
    ...(site === undefined ? [] : [{ kind: 'work' as const, text: sentence(site) }, text(' ')]),
    text([published && `Published ${published}.`, seen && `Accessed ${seen}.`].filter(Boolean).join(' ')),
    ...linkParts(reference)
  ];
}

function body(reference: CslReference): AmaPart[] {
  switch (reference.type) {
    case 'book':
    case 'report':
      return book(reference);
    case 'chapter':
      return chapter(reference);
    case 'webpage':
    case 'document':
      return webPage(reference);
    case 'article':
      return preprint(reference);
    case 'article-magazine':
    case 'article-newspaper':
      return newspaperArticle(reference);
    case 'paper-conference':
      return reference['container-title'] === undefined ? meetingPaper(reference) : chapter(reference);
    case 'thesis':
      return thesis(reference);
    case 'dataset':
      return dataset(reference);
    case 'software':
      return software(reference);
    case 'legislation':
      return legislation(reference);
    default:
      return journalArticle(reference);
  }
}

/** A reference as the AMA Manual of Style, 11th ed., chapter 3, prints it in a list, cut where its look changes. */
export function formatAma(reference: CslReference, { authorsTruncated = false } = {}): AmaPart[] {
  return [...authorSentence(reference, authorsTruncated), ...body(reference)];
}

/** The same as plain text. */
export function amaText(reference: CslReference, options?: { authorsTruncated?: boolean }): string {
  return formatAma(reference, options)
    .map((part) => part.text)
    .join('');
}
