import { describe, expect, it } from 'vitest';
import { PROFESSIONS } from '#lib/domain/identity/profession.ts';
import { certificateRows } from './certificate-rows.ts';
import { certificateText, type CertificateFacts } from './certificate-text.ts';
import { documentKind } from './document-kind.ts';
import { holderName } from './holder-name.ts';

const facts: CertificateFacts = {
  holder: {
    givenName: 'Ægir Łukasz',
    familyName: 'Παπαδόπουλος 王小明',
    credentials: 'MD',
    profession: 'physician',
    country: 'US'
  },
  activity: {
    slug: 'resistance-to-immunotherapy',
    version: '0.1.0',
    title: 'Resistance to immunotherapy',
    format: 'enduring-material'
  },
  accreditation: { mode: 'demonstration', provider: null, statement: 'This activity is a demonstration.' },
  quarterCredits: 2,
  completedOn: '2027-01-31'
};

const textFor = (
  profession: string,
  mode: 'demonstration' | 'accredited' = 'demonstration',
  quarterCredits = 2
) =>
  certificateText({
    ...facts,
    holder: { ...facts.holder, profession },
    accreditation: {
      mode,
      provider: mode === 'accredited' ? 'Example University' : null,
      statement: facts.accreditation.statement
    },
    quarterCredits
  });

describe('the certificate text', () => {
  it('says for a physician that the activity was completed, with the credit claimed', () => {
    expect(certificateText(facts)).toEqual({
      kind: 'certificate',
      heading: 'Certificate of completion',
      holder: 'Ægir Łukasz Παπαδόπουλος 王小明, MD',
      lead: 'has completed',
      activityTitle: 'Resistance to immunotherapy',
      activitySlug: 'resistance-to-immunotherapy',
      activityVersion: '0.1.0',
      learningFormat: 'Enduring material',
      provider: null,
      quarterCredits: 2,
      creditLine: '0.5 demonstration credit',
      completedOn: '2027-01-31',
      statement: 'This activity is a demonstration.',
      demonstration: true,
      paper: 'letter'
    });
  });

  it.each(PROFESSIONS.map((profession) => profession.id))(
    'gives %s the document that the rules allow',
    (id) => {
      const expected =
        id === 'physician'
          ? 'certificate'
          : id === 'pharmacist' || id === 'pharmacy-technician'
            ? 'completion-summary'
            : 'certificate-of-participation';
      expect(documentKind(id)).toBe(expected);
    }
  );

  it('documents participation for other professions, in hours', () => {
    expect(textFor('nurse')).toMatchObject({
      heading: 'Certificate of participation',
      lead: 'has participated in',
      creditLine: '0.5 hours of participation (demonstration)'
    });
    expect(textFor('nurse', 'accredited', 4).creditLine).toBe('1 hour of participation');
  });

  it('gives pharmacists a completion summary that says it is no statement of credit', () => {
    const { heading, creditLine } = textFor('pharmacist', 'accredited');
    expect(heading).toBe('Completion summary (not a statement of credit)');
    expect(creditLine).toBe('0.5 hours of participation');
  });

  it.each(PROFESSIONS.map((profession) => profession.id))(
    'claims no accreditor in a demonstration for %s',
    (id) => {
      const text = JSON.stringify([textFor(id), certificateRows(textFor(id))]);
      expect(text).not.toMatch(/AMA|PRA|ACCME|ANCC|ACPE|ABIM|Category 1|accredited by|designates/);
      expect(text).toMatch(/demonstration/);
    }
  );

  it('names the provider only when the activity is accredited', () => {
    expect(textFor('physician').provider).toBeNull();
    expect(textFor('physician', 'accredited')).toMatchObject({
      provider: 'Example University',
      creditLine: '0.5 credit',
      demonstration: false
    });
  });

  it('is on letter paper in the United States and Canada, on A4 elsewhere', () => {
    const paperIn = (country: string) =>
      certificateText({ ...facts, holder: { ...facts.holder, country } }).paper;
    expect([paperIn('US'), paperIn('CA'), paperIn('GR'), paperIn('CN')]).toEqual([
      'letter',
      'letter',
      'a4',
      'a4'
    ]);
  });

  it('prints one calendar date in words', () => {
    expect(certificateRows(textFor('physician'))).toContainEqual({
      label: 'Completed on',
      value: 'January 31, 2027'
    });
  });
});

describe('the holder as printed', () => {
  it('has one space between its parts and no comma without credentials', () => {
    expect(holderName({ givenName: ' Ada ', familyName: ' King  Noel', credentials: ' ' })).toBe(
      'Ada King Noel'
    );
    expect(holderName({ givenName: '王小明', familyName: '', credentials: 'MD, PhD' })).toBe(
      '王小明, MD, PhD'
    );
  });

  it('keeps combining marks composed', () => {
    expect(holderName({ givenName: 'Jose\u0301', familyName: 'Núñez', credentials: '' })).toBe('José Núñez');
  });

  it('keeps a name that looks like a formula as it is', () => {
    expect(holderName({ givenName: '=HYPERLINK("x")', familyName: 'Doe', credentials: '' })).toBe(
      '=HYPERLINK("x") Doe'
    );
  });
});
