import { describe, expect, it } from 'vitest';
import { completeIdentifiers } from './complete-identifiers.ts';
import { creditReports, neededIdentifiers } from './credit-report.ts';
import {
  identifierFields,
  NO_IDENTIFIER_FIELDS,
  NO_IDENTIFIERS,
  parseIdentifiers,
  type IdentifierFields,
  type ReportingIdentifiers
} from './reporting-identifiers.ts';

const WHOLE: ReportingIdentifiers = {
  licence: { state: 'CA', number: 'A012345' },
  boardId: '004321',
  birthDay: { month: 2, day: 29 },
  nabpId: '0123456'
};

const complete = (
  reports: string[],
  typed: Partial<IdentifierFields>,
  known: Partial<ReportingIdentifiers> = {}
) =>
  completeIdentifiers({
    known: { ...NO_IDENTIFIERS, ...known },
    needed: neededIdentifiers(creditReports(reports)),
    typed: { ...NO_IDENTIFIER_FIELDS, ...typed }
  });

const fieldsOf = (read: ReturnType<typeof complete>) =>
  read.ok ? [] : read.problem.map(({ field }) => field);

describe('the identifiers that a permitted report needs', () => {
  it.each([
    ['pars', ['licenceState', 'licenceNumber', 'birthMonth', 'birthDay']],
    ['abim-moc', ['birthMonth', 'birthDay', 'boardId']],
    ['cpe-monitor', ['birthMonth', 'birthDay', 'nabpId']],
    ['ce-broker', ['licenceState', 'licenceNumber']]
  ])('are for %s the fields %j', (report, fields) => {
    expect(fieldsOf(complete([report], {}))).toEqual(fields);
  });

  it('are asked once where two reports need the same', () => {
    const fields = ['licenceState', 'licenceNumber', 'birthMonth', 'birthDay', 'boardId'];
    expect(fieldsOf(complete(['pars', 'abim-moc', 'ce-broker'], {}))).toEqual(fields);
  });

  it('are none where nothing is permitted: what was typed all the same is not kept', () => {
    const typed = { ...identifierFields(WHOLE), licenceNumber: '=1+1' };
    expect(complete([], typed)).toEqual({ ok: true, value: NO_IDENTIFIERS });
    expect(complete(['no-such-report'], typed)).toEqual({ ok: true, value: NO_IDENTIFIERS });
  });

  it('are kept as typed, of the kinds that are needed alone', () => {
    const { boardId, birthDay } = WHOLE;
    expect(complete(['abim-moc'], identifierFields(WHOLE))).toEqual({
      ok: true,
      value: { ...NO_IDENTIFIERS, boardId, birthDay }
    });
  });

  it('are not asked again where they are known, nor replaced by what a form sends', () => {
    const typed = { ...identifierFields(WHOLE), licenceNumber: 'B9', nabpId: 'x' };
    const known = { licence: WHOLE.licence, nabpId: WHOLE.nabpId };
    expect(complete(['pars'], typed, known)).toEqual({
      ok: true,
      value: { ...NO_IDENTIFIERS, ...known, birthDay: WHOLE.birthDay }
    });
  });

  it('are refused with all problems at once, in the order of the form', () => {
    const typed = { licenceState: 'CA', licenceNumber: 'A1', birthMonth: '2', birthDay: '30', boardId: '12' };
    const read = complete(['pars', 'abim-moc', 'cpe-monitor'], typed);
    expect(read.ok ? [] : read.problem).toEqual([
      { field: 'birthDay', message: 'Check the day: there is no February 30' },
      { field: 'boardId', message: 'Check the ABIM ID: it has 6 digits' },
      { field: 'nabpId', message: 'Enter your NABP e-Profile ID' }
    ]);
  });
});

describe('the form of all identifiers', () => {
  const parse = (typed: Partial<IdentifierFields>) => parseIdentifiers({ ...NO_IDENTIFIER_FIELDS, ...typed });

  it('reads back what it shows, whole or empty', () => {
    expect(parse(identifierFields(WHOLE))).toEqual({ ok: true, value: WHOLE });
    expect(parse(identifierFields(NO_IDENTIFIERS))).toEqual({ ok: true, value: NO_IDENTIFIERS });
  });

  it.each([
    ['boardId', '004 321', '004321'],
    ['nabpId', '0123-456', '0123456']
  ] as const)('keeps the zeros of %s and drops what groups its digits', (field, typed, kept) => {
    expect(parse({ [field]: typed })).toEqual({ ok: true, value: { ...NO_IDENTIFIERS, [field]: kept } });
  });

  it.each([
    ['boardId', '12345'],
    ['boardId', '1234567'],
    ['boardId', '12345a'],
    ['nabpId', '1234'],
    ['nabpId', '123456789'],
    ['nabpId', '１２３４５６']
  ] as const)('refuses %s %s', (field, typed) => {
    expect(parse({ [field]: typed })).toMatchObject({ ok: false, problem: [{ field }] });
  });
});
