import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { groupVerificationCode } from '#lib/domain/certificate/verification-code.ts';
import type { Profile } from '#lib/domain/identity/profile.ts';
import { readCertificate } from '#lib/server/certificate/read-certificate.ts';
import { readTranscript } from '#lib/server/certificate/read-transcript.ts';
import { renderCertificatePdf } from '#lib/server/certificate/render-certificate-pdf.ts';
import { verifyCertificate } from '#lib/server/certificate/verify-certificate.ts';
import { profiles } from '#lib/server/db/schema/identity.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makeCreditedLearner, NOON } from '../../support/learner.ts';
import { pdfFacts } from '../../support/pdf-facts.ts';
import { qrCodeOfPdf, textOfPdf } from '../../support/pdf.ts';

/** A name in four scripts: every one of them must arrive whole on page, PDF and CSV. */
const MANY_SCRIPTS = { givenName: 'Ægir Łukasz', familyName: 'Παπαδόπουλος 王小明', credentials: 'MD' };

describeOnEachDatabase('a certificate', (on) => {
  const issue = async (profile: Partial<Profile> = {}) => {
    const learner = await makeCreditedLearner(on.database.db, profile);
    const reader = { id: learner.personId, roles: [] };
    const certificate = await readCertificate(on.database.db, {
      certificateId: learner.certificateId,
      reader
    });
    if (!certificate) throw new Error('The certificate cannot be read by its holder.');
    return { learner, certificate };
  };

  /** Each question from a network of its own: what guessing costs is tested elsewhere. */
  const verify = (typedCode: string) =>
    verifyCertificate(on.database.db, {
      typedCode,
      token: null,
      network: crypto.randomUUID(),
      now: NOON
    });

  const shownFor = async (typedCode: string) => {
    const verified = await verify(typedCode);
    if (!verified.ok) throw new Error(`The code ${typedCode} is ${verified.problem.kind}.`);
    return verified.value;
  };

  it('is read by its holder and by an admin, and by nobody else', async () => {
    const { learner, certificate } = await issue();
    const readBy = (id: string, roles: ('admin' | 'educator' | 'clinician')[]) =>
      readCertificate(on.database.db, { certificateId: learner.certificateId, reader: { id, roles } });
    const stranger = crypto.randomUUID();
    expect(await readBy(stranger, ['admin'])).toEqual(certificate);
    expect(await readBy(stranger, ['clinician', 'educator'])).toBeNull();
  });

  it('reads as it was issued after the holder has changed the profile', async () => {
    const { learner, certificate } = await issue(MANY_SCRIPTS);
    await on.database.db
      .update(profiles)
      .set({ familyName: 'Smith', profession: 'pharmacist' })
      .where(eq(profiles.personId, learner.personId));
    const reader = { id: learner.personId, roles: [] };
    const later = await readCertificate(on.database.db, { certificateId: learner.certificateId, reader });
    expect(later).toEqual(certificate);
    expect(later?.document.holder).toBe('Ægir Łukasz Παπαδόπουλος 王小明, MD');
  });

  it('is verified by its code, however it is typed', async () => {
    const { certificate } = await issue(MANY_SCRIPTS);
    const grouped = groupVerificationCode(certificate.code);
    for (const typed of [
      certificate.code,
      grouped,
      grouped.toLowerCase(),
      ` ${grouped.replaceAll('-', ' ')} `
    ]) {
      const { certificate: verified } = await shownFor(typed);
      expect(verified).toEqual({
        status: 'demonstration',
        since: null,
        isDemonstration: true,
        facts: {
          heading: 'Certificate of completion',
          holder: 'Ægir Łukasz Παπαδόπουλος 王小明, MD',
          activityTitle: 'Resistance to immunotherapy: present from the start or acquired later',
          creditLine: '0.5 demonstration credit',
          completedOn: '2027-01-31',
          issuer: 'No accredited provider (demonstration)'
        }
      });
    }
  });

  it('is not verified by a code with one sign changed, nor by anything that is no code', async () => {
    const { certificate } = await issue();
    for (let place = 0; place < certificate.code.length; place += 1) {
      const sign = certificate.code.charAt(place) === 'A' ? 'B' : 'A';
      const changed = certificate.code.slice(0, place) + sign + certificate.code.slice(place + 1);
      expect(await verify(changed)).toEqual({ ok: false, problem: { kind: 'wrong' } });
    }
    for (const typed of ['', 'x', '%', "' or 1=1 --", '\u0000'.repeat(26)]) {
      expect(await verify(typed)).toEqual({ ok: false, problem: { kind: 'wrong' } });
    }
  });

  it('tells the public neither e-mail, NPI nor score', async () => {
    const { certificate } = await issue({ npi: '1234567893' });
    const text = JSON.stringify(await shownFor(certificate.code));
    expect(text).not.toMatch(/@|1234567893|items|percent|profession/);
  });

  it('stands in the transcript of its holder', async () => {
    const { learner, certificate } = await issue();
    expect(await readTranscript(on.database.db, learner.personId)).toEqual([
      {
        certificateId: learner.certificateId,
        code: certificate.code,
        provider: null,
        kind: 'certificate',
        activityTitle: 'Resistance to immunotherapy: present from the start or acquired later',
        completedOn: '2027-01-31',
        creditLine: '0.5 demonstration credit',
        quarterCredits: 2,
        unit: { part: 'demonstration credit', one: 'demonstration credit', many: 'demonstration credits' },
        demonstration: true,
        revokedOn: null
      }
    ]);
  });

  it('prints names in many scripts as text that can be copied', async () => {
    const { certificate } = await issue(MANY_SCRIPTS);
    const pdf = Buffer.from(
      await renderCertificatePdf({ ...certificate, origin: 'https://cme.example.org' })
    );
    const text = textOfPdf(pdf);
    expect(text).toContain('Ægir Łukasz Παπαδόπουλος 王小明, MD');
    expect(text).toContain('Demonstration, not accredited');
    expect(text).toContain('January 31, 2027');
    expect(text).toContain(groupVerificationCode(certificate.code));
    expect(text).toContain('cme.example.org/verify');
    expect(qrCodeOfPdf(pdf)).toBe(`https://cme.example.org/verify/${certificate.code}`);
  });

  it.each([
    ['physician', 'US', 'Certificate of completion', 'letter'],
    ['nurse', 'CA', 'Certificate of participation', 'letter'],
    ['pharmacist', 'GR', 'Completion summary (not a statement of credit)', 'A4']
  ])('is for a %s in %s a “%s” on %s paper', async (profession, country, heading, paper) => {
    const known = profession === 'nurse' || profession === 'pharmacist' ? profession : 'physician';
    const { certificate } = await issue({ profession: known, country });
    const pdf = Buffer.from(await renderCertificatePdf({ ...certificate, origin: 'http://localhost:3000' }));
    const facts = pdfFacts(pdf);
    expect(textOfPdf(pdf)).toContain(heading);
    expect(facts.get('Title')).toBe(
      `${heading}: Resistance to immunotherapy: present from the start or acquired later`
    );
    expect(facts.get('Page size')).toContain(paper);
    expect([facts.get('Pages'), facts.get('Tagged')]).toEqual(['1', 'yes']);
  });
});
