import { describe, expect, it } from 'vitest';
import { PROFESSIONS } from '#lib/domain/identity/profession.ts';
import { decideOffer } from '../accreditation/decide-offer.ts';
import type { Provider } from '../accreditation/provider.ts';
import { SHIPPED_RULES } from '../accreditation/shipped/shipped-rules.ts';
import { certificateRows } from './certificate-rows.ts';
import { certificateText, type CertificateFacts } from './certificate-text.ts';
import { frozenLines, footParagraphs } from './frozen-lines.ts';
import { holderName } from './holder-name.ts';

const PROVIDER: Provider = {
  name: 'Example University',
  accreditor: 'Joint Accreditation',
  accreditorId: '0001234',
  mode: 'direct',
  jointProviders: '',
  address: '1 Example Street'
};

const demonstrationUnit = {
  part: 'demonstration credit',
  one: 'demonstration credit',
  many: 'demonstration credits'
};

const facts: CertificateFacts = {
  holder: {
    givenName: 'Ægir Łukasz',
    familyName: 'Παπαδόπουλος 王小明',
    credentials: 'MD',
    country: 'US'
  },
  activity: {
    slug: 'resistance-to-immunotherapy',
    version: '0.1.0',
    title: 'Resistance to immunotherapy',
    format: 'enduring-material'
  },
  accreditation: { provider: null, statement: 'This activity is a demonstration.' },
  credit: { document: 'certificate', demonstration: true, unit: demonstrationUnit, lines: [] },
  quarterCredits: 2,
  completedOn: '2027-01-31'
};

/** What the shipped rules give to a profession in the sample's format. */
function textFor(
  profession: string,
  {
    mode = 'demonstration',
    quarterCredits = 2
  }: { mode?: 'demonstration' | 'accredited'; quarterCredits?: number } = {}
) {
  const isAccredited = mode === 'accredited';
  const rules = SHIPPED_RULES.map((rule) => ({ ...rule, id: rule.key }));
  const offers = rules
    .filter(({ key }) => ['ama-pra-1', 'acpe-pharmacist'].includes(key))
    .map((rule) => ({ rule, designatedQuarterCredits: 4 }));
  const activity = {
    title: facts.activity.title,
    format: facts.activity.format,
    estimatedMinutes: 60,
    evaluationMinutes: 5,
    releaseDate: '2026-12-01',
    expiryDate: '2029-11-30',
    mode,
    provider: isAccredited ? PROVIDER : null,
    maximumQuarterCredits: 4,
    offers: isAccredited ? offers : []
  };
  const answer = decideOffer(
    { person: { profession, country: 'US' }, activity, day: facts.completedOn },
    rules
  );
  if (answer.kind === 'not-eligible') throw new Error(answer.reason.kind);
  const accreditation = { ...facts.accreditation, provider: isAccredited ? PROVIDER.name : null };
  return certificateText({ ...facts, accreditation, credit: answer.credit, quarterCredits });
}

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
      unit: demonstrationUnit,
      completedOn: '2027-01-31',
      lines: [],
      statement: 'This activity is a demonstration.',
      demonstration: true,
      paper: 'letter'
    });
  });

  it('documents participation for other professions, in hours, with what was designated', () => {
    expect(textFor('nurse')).toMatchObject({
      heading: 'Certificate of participation',
      lead: 'has participated in',
      creditLine: '0.5 hours of participation (demonstration)'
    });
    const accredited = textFor('nurse', { mode: 'accredited', quarterCredits: 4 });
    expect(accredited.creditLine).toBe('1 hour of participation');
    expect(footParagraphs(accredited)).toEqual([
      'The activity was designated for 1 AMA PRA Category 1 Credit™.',
      facts.accreditation.statement
    ]);
  });

  it('gives pharmacists a completion summary that says it is no statement of credit', () => {
    const { heading, creditLine, lines } = textFor('pharmacist', { mode: 'accredited', quarterCredits: 3 });
    expect(heading).toBe('Completion summary (not a statement of credit)');
    expect(creditLine).toBe('0.75 contact hour');
    expect(lines?.map(({ text }) => text).join(' ')).toContain('This is not a statement of credit.');
  });

  it.each(PROFESSIONS.map((profession) => profession.id))(
    'claims no accreditor in a demonstration for %s',
    (id) => {
      const text = JSON.stringify([textFor(id), certificateRows(textFor(id))]);
      expect(text).not.toMatch(/AMA|PRA|ACCME|ANCC|ACPE|ABIM|Category 1|accredited by|designates/);
      expect(text).toMatch(/demonstration/);
    }
  );

  it('states the amount that was awarded in the words of its type, and writes it anew when it is corrected', () => {
    const { lines } = textFor('physician', { mode: 'accredited', quarterCredits: 2 });
    const words = lines?.map(({ text }) => text);
    expect(words).toEqual([
      'The Example University awards 0.5 AMA PRA Category 1 Credit™ for participation in this enduring material.'
    ]);
    expect(frozenLines(lines ?? [], 4).map(({ text }) => text)).toEqual([
      'The Example University awards 1 AMA PRA Category 1 Credit™ for participation in this enduring material.'
    ]);
  });

  it('names the provider only when the activity is accredited', () => {
    expect(textFor('physician').provider).toBeNull();
    expect(textFor('physician', { mode: 'accredited' })).toMatchObject({
      provider: 'Example University',
      creditLine: '0.5 AMA PRA Category 1 Credit™',
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
