import { describe, expect, it } from 'vitest';
import { readDoi, readPmcid, readPmid } from './identifiers.ts';

describe('identifiers of a reference', () => {
  it.each([
    ['10.1038/nature21349', '10.1038/nature21349'],
    ['doi: 10.1038/nature21349', '10.1038/nature21349'],
    ['DOI:10.1038/NATURE21349.', '10.1038/NATURE21349'],
    ['https://doi.org/10.1038/nature21349', '10.1038/nature21349'],
    ['http://dx.doi.org/10.1016/j.actamat.2016.09.028', '10.1016/j.actamat.2016.09.028'],
    ['https://doi.org/10.1002/%28SICI%291097-0142', '10.1002/(SICI)1097-0142'],
    ['10.4103/2277-9175.180636 [doi]', '10.4103/2277-9175.180636'],
    [
      '10.1002/(SICI)1097-0142(19990101)85:1<1::AID-CNCR1>3.0.CO;2-X',
      '10.1002/(SICI)1097-0142(19990101)85:1<1::AID-CNCR1>3.0.CO;2-X'
    ],
    ['10.103/nature', null],
    ['11.1038/nature21349', null],
    ['10.1038/nature 21349', null],
    ['https://doi.org/', null],
    ['https://example.org/10.1038/nature21349', null],
    ['doi:https://doi.org/%E0%A4%A', null],
    ['', null]
  ])('reads the DOI in %j as %j', (text, expected) => {
    expect(readDoi(text)).toBe(expected);
  });

  it.each([
    ['28102259', '28102259'],
    ['PMID: 28102259', '28102259'],
    ['26957754[pmid]', '26957754'],
    ['https://pubmed.ncbi.nlm.nih.gov/26957754/', '26957754'],
    ['http://www.ncbi.nlm.nih.gov/pubmed/26957754', '26957754'],
    ['0028102259', '28102259'],
    ['0', null],
    ['1234567890', null],
    ['PMC5515524', null],
    ['28102259; drop', null]
  ])('reads the PMID in %j as %j', (text, expected) => {
    expect(readPmid(text)).toBe(expected);
  });

  it.each([
    ['PMC5515524', 'PMC5515524'],
    ['pmc5515524.1', 'PMC5515524'],
    ['PMC4756000[pmcid]', 'PMC4756000'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3654245/', 'PMC3654245'],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC3654245/', 'PMC3654245'],
    ['5515524', null],
    ['PMCX', null]
  ])('reads the PMCID in %j as %j', (text, expected) => {
    expect(readPmcid(text)).toBe(expected);
  });
});
