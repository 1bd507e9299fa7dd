import { dateWords, linkParts, sentence, text, yearOf, type AmaPart } from './ama-parts.ts';
import type { CslReference } from './csl-reference.ts';

const work = (words: string | undefined): AmaPart[] =>
  words === undefined ? [] : [{ kind: 'work', text: sentence(words) }, text(' ')];

const siteOf = (reference: CslReference) => reference['container-title'] ?? reference.publisher;

/** "Accessed November 24, 2026."; nothing where the day is not known. */
const accessedWords = ({ accessed }: CslReference) =>
  accessed === undefined ? '' : ` Accessed ${dateWords(accessed)}.`;

const dated = (lead: string, { issued }: CslReference) =>
  issued === undefined ? '' : sentence(`${lead}${dateWords(issued)}`);

/** AMA 11th ed., chapter 3: "Title. *medRxiv*. Preprint posted online May 1, 2020. doi:…" */
export const preprint = (reference: CslReference): AmaPart[] => [
  text(`${sentence(reference.title)} `),
  ...work(siteOf(reference)),
  text(dated('Preprint posted online ', reference) || 'Preprint.'),
  ...linkParts(reference)
];

/** "Title. *New York Times*. May 1, 2020:A1." */
export const newspaperArticle = (reference: CslReference): AmaPart[] => [
  text(`${sentence(reference.title)} `),
  ...work(reference['container-title']),
  text(sentence([dateWords(reference.issued), reference.page].filter(Boolean).join(':'))),
  text(accessedWords(reference)),
  ...linkParts(reference)
];

/** For a paper that was not printed: "Title. Paper presented at: Annual Meeting; June 2, 2020; Chicago." */
export function meetingPaper(reference: CslReference): AmaPart[] {
  const place = [reference.publisher, dateWords(reference.issued), reference['publisher-place']];
  return [
    text(`${sentence(reference.title)} Paper presented at: ${sentence(place.filter(Boolean).join('; '))}`),
    ...linkParts(reference)
  ];
}

/** "*Title*. Dissertation. University; 1999." */
export const thesis = (reference: CslReference): AmaPart[] => [
  ...work(reference.title),
  text(`${sentence(reference.genre ?? 'Dissertation')} `),
  text(sentence([reference.publisher, yearOf(reference)].filter(Boolean).join('; '))),
  ...linkParts(reference)
];

/** "Title. *Dryad*. Deposited May 1, 2020. doi:…" */
export const dataset = (reference: CslReference): AmaPart[] => [
  text(`${sentence(reference.title)} `),
  ...work(siteOf(reference)),
  text(dated('Deposited ', reference)),
  text(accessedWords(reference)),
  ...linkParts(reference)
];

/** "*Title*. Version 4. Publisher; 2020. Accessed …. https://…" */
export const software = (reference: CslReference): AmaPart[] => [
  ...work(reference.title),
  text(
    reference.number === undefined
      ? ''
      : `${sentence(`Version ${reference.number.replace(/^v(?:ersion)?\.? ?/i, '')}`)} `
  ),
  text(sentence([reference.publisher, yearOf(reference)].filter(Boolean).join('; '))),
  text(accessedWords(reference)),
  ...linkParts(reference)
];

/** Shortened to what CSL tells: "*Title*, number (2020)." */
export const legislation = (reference: CslReference): AmaPart[] => [
  { kind: 'work', text: reference.title },
  text(
    `${reference.number === undefined ? '' : `, ${reference.number}`}${yearOf(reference) && ` (${yearOf(reference)})`}.`
  ),
  text(accessedWords(reference)),
  ...linkParts(reference)
];
