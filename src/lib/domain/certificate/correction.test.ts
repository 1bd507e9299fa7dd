import { describe, expect, it } from 'vitest';
import type { CertificateDocument } from './certificate-document.ts';
import { certificateState } from './certificate-state.ts';
import { correctDocument, parseCorrection, parseReason } from './correction.ts';
import { footParagraphs, frozenLines } from './frozen-lines.ts';
import { holderName, holderParts, printedHolder } from './holder-name.ts';

const document: CertificateDocument = {
  kind: 'certificate',
  heading: 'Certificate of completion',
  holder: 'Ana Müller, MD',
  lead: 'has completed',
  activityTitle: 'Resistance',
  activitySlug: 'resistance',
  activityVersion: '1',
  learningFormat: 'Enduring material',
  provider: 'Example University',
  quarterCredits: 2,
  creditLine: '0.5 credit',
  completedOn: '2027-01-31',
  statement: 'A statement.',
  demonstration: false,
  paper: 'a4'
};

const typed = { name: 'Ana  Miller ', credentials: ' MD, PhD', quarterCredits: '1', reason: ' Wrong name. ' };
const parse = (change: Partial<typeof typed> = {}) =>
  parseCorrection({ ...typed, ...change }, { document, maximumQuarterCredits: 2 });

describe('a correction', () => {
  it('is read tidily', () => {
    const value = { holder: 'Ana Miller, MD, PhD', quarterCredits: 1, reason: 'Wrong name.' };
    expect(parse()).toEqual({ ok: true, value });
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(202) }, 'name'],
    [{ name: 'Ana \u202eMiller' }, 'name'],
    [{ credentials: 'x'.repeat(101) }, 'credentials'],
    [{ quarterCredits: '3' }, 'quarterCredits'],
    [{ quarterCredits: '0' }, 'quarterCredits'],
    [{ quarterCredits: '1.5' }, 'quarterCredits'],
    [{ reason: ' ' }, 'reason'],
    [{ name: 'Ana Müller', credentials: 'MD', quarterCredits: '2' }, 'name']
  ])('is refused with %j at its field', (change, field) => {
    const parsed = parse(change);
    expect(parsed.ok ? [] : parsed.problem.map((problem) => problem.field)).toEqual([field]);
  });

  it('changes holder and amount, and nothing else of the frozen text', () => {
    const corrected = correctDocument(document, { holder: 'Ana Miller', quarterCredits: 1 });
    const expected = { ...document, holder: 'Ana Miller', quarterCredits: 1, creditLine: '0.25 credit' };
    expect(corrected).toEqual(expected);
  });

  it('writes a corrected amount in the words of its type wherever the document states it', () => {
    const unit = { part: 'contact hour', one: 'contact hour', many: 'contact hours' };
    const lines = frozenLines(
      [{ wording: 'Awarded: {amount} of {maximum}.', unit, maximumQuarterCredits: 8 }],
      2
    );
    const corrected = correctDocument(
      { ...document, unit, lines },
      { holder: 'Ana Miller', quarterCredits: 5 }
    );
    expect(corrected.creditLine).toBe('1.25 contact hours');
    expect(footParagraphs(corrected)).toEqual([
      'Awarded: 1.25 contact hours of 2 contact hours.',
      'A statement.'
    ]);
  });

  it('needs a reason, as a revocation does', () => {
    expect(parseReason(' Issued in error. ')).toEqual({ ok: true, value: 'Issued in error.' });
    expect(parseReason('\n').ok).toBe(false);
    expect(parseReason('x'.repeat(1001)).ok).toBe(false);
  });
});

describe('the printed holder', () => {
  it.each(['Ana Müller', 'Ana Müller, MD', 'Ana Müller, MD, PhD', '王小明, MD'])(
    '%s comes apart and together again',
    (line) => {
      const { name, credentials } = holderParts(line);
      expect(printedHolder(name, credentials)).toBe(line);
    }
  );

  it('is name and credentials of the profile', () => {
    const profile = { givenName: ' Ana ', familyName: 'Müller', credentials: '' };
    expect(holderName(profile)).toBe('Ana Müller');
    expect(holderName({ ...profile, credentials: 'MD, PhD' })).toBe('Ana Müller, MD, PhD');
  });
});

describe('the state of a document', () => {
  it('is what came last', () => {
    const at = new Date('2027-02-10T23:59:00Z');
    expect(certificateState({ successor: null, revokedAt: null })).toEqual({ kind: 'stands' });
    expect(certificateState({ successor: null, revokedAt: at })).toEqual({
      kind: 'revoked',
      on: '2027-02-10'
    });
    const successor = { id: 'next', issuedAt: at };
    const superseded = { kind: 'superseded', on: '2027-02-10', successorId: 'next' };
    expect(certificateState({ successor, revokedAt: null })).toEqual(superseded);
  });
});
