import type { CslName, CslReference } from './csl-reference.ts';
import { familyWithParticles } from './person-name.ts';

const TYPES: Record<string, string> = { book: 'BOOK', chapter: 'CHAP', webpage: 'ELEC', report: 'RPRT' };

const nameOf = (name: CslName) =>
  name.family === undefined
    ? name.literal
    : [familyWithParticles(name), name.given].filter(Boolean).join(', ');

/** A field of RIS is one line; whatever breaks lines becomes a space. */
const oneLine = (value: string) => value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

function fieldsOf(reference: CslReference): [string, string | undefined][] {
  const [first, last] = (reference.page ?? '').split(/[-–]/);
  return [
    ['TY', TYPES[reference.type] ?? 'JOUR'],
    ...(reference.author ?? []).map((name): [string, string | undefined] => ['AU', nameOf(name)]),
    ...(reference.editor ?? []).map((name): [string, string | undefined] => ['ED', nameOf(name)]),
    ['TI', reference.title],
    ['T2', reference['container-title']],
    ['J2', reference['container-title-short']],
    ['PY', reference.issued?.['date-parts'][0]?.[0]?.toString()],
    ['VL', reference.volume],
    ['IS', reference.issue],
    ['SP', first],
    ['EP', last],
    ['PB', reference.publisher],
    ['ET', reference.edition],
    ['DO', reference.DOI],
    ['UR', reference.URL],
    ['LA', reference.language],
    ['ID', reference.id],
    ['ER', '']
  ];
}

/** References in RIS, as reference managers import it: one field a line, records closed by `ER`, lines ended by CRLF. */
export function toRis(references: readonly CslReference[]): string {
  const lines = references.flatMap((reference) =>
    fieldsOf(reference)
      .filter(([tag, value]) => tag === 'ER' || (value !== undefined && value !== ''))
      .map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}`.trimEnd())
  );
  return lines.map((line) => `${line === 'ER  -' ? 'ER  - ' : line}\r\n`).join('');
}
