import { expect, it } from 'vitest';
import { recogniseFormat } from './recognise-format.ts';

it.each([
  ['TY  - JOUR\nTI  - T', 'ris'],
  ['\n\nRecord #1\nTY  - JOUR', 'ris'],
  ['JF  - Nature\nT1  - T\nER  -', 'ris'],
  ['FN Clarivate Analytics Web of Science\nVR 1.0', 'ris'],
  ['PMID- 20481061\nTI  - T', 'nbib'],
  ['PMC -22664230\nPT  - Book', 'nbib'],
  ['OWN - NLM\nFAU - Long, V\nTI  - T', 'nbib'],
  ['% exported\n@article{a, title={T}}', 'bibtex'],
  ['@string(x = "y")', 'bibtex'],
  ['[{"title": "T"}]', 'csl-json'],
  [' {"items": []}', 'csl-json'],
  ['<?xml version="1.0"?><PubmedArticleSet>', 'pubmed-xml'],
  ['Smith JA. A title. JAMA. 2024.', null],
  ['10.1038/nature21349', null],
  ['', null]
])('recognises %j as %j', (text, expected) => {
  expect(recogniseFormat(text)).toBe(expected);
});
