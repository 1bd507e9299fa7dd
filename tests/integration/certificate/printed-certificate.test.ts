import { expect, it } from 'vitest';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import type { CertificateState } from '#lib/domain/certificate/certificate-state.ts';
import { renderCertificatePdf } from '#lib/server/certificate/render-certificate-pdf.ts';
import { fontsOfPdf, pdfFacts } from '../../support/pdf-facts.ts';
import { qrCodeOfPdf, textOfPdf } from '../../support/pdf.ts';
import { pngOf } from '../../support/png.ts';

const line = (text: string) => ({
  text,
  wording: text,
  unit: { one: 'credit', many: 'credits', part: 'credit' },
  maximumQuarterCredits: 49
});

/** Every field as long as it gets: a joint provider's statements, a designation, a line for the team. */
const LONG: CertificateDocument = {
  kind: 'certificate',
  heading: 'Certificate of completion',
  holder:
    'Maria Magdalena Papadopoulou-Christodoulopoulou von und zu Wildenberg 王小明, MD, PhD, FACP, FASCO',
  lead: 'has completed',
  activityTitle:
    'Resistance to immunotherapy in solid tumors and hematologic malignancies: primary, adaptive and acquired mechanisms, biomarkers, trial designs, and what to do at progression in daily practice',
  activitySlug: 'resistance-to-immunotherapy-in-solid-tumors',
  activityVersion: '12.3.4',
  learningFormat: 'Enduring material',
  provider: 'Example University School of Medicine and Public Health',
  quarterCredits: 49,
  creditLine: '12.25 AMA PRA Category 1 Credits™',
  completedOn: '2027-01-31',
  lines: [
    line(
      'Example University designates this enduring material for a maximum of 12.25 AMA PRA Category 1 Credits™. Physicians should claim only the credit commensurate with the extent of their participation in the activity.'
    ),
    line(
      'This activity was planned by and for the healthcare team, and learners will receive 12.25 Interprofessional Continuing Education (IPCE) credits for learning and change.'
    )
  ],
  statement:
    'In support of improving patient care, this activity has been planned and implemented by the International Society for Tumor Immunology and Example University. Example University is jointly accredited by the Accreditation Council for Continuing Medical Education (ACCME), the Accreditation Council for Pharmacy Education (ACPE), and the American Nurses Credentialing Center (ANCC), to provide continuing education for the healthcare team.',
  demonstration: false,
  paper: 'letter'
};

const CODE = '0123456789ABCDEFGHJKMNPQRS';
const SIGNER = 'Prof. Maria Skłodowska, MD, Associate Dean';
const images = [
  { kind: 'logo', mediaType: 'image/png', content: pngOf(120, 40), caption: 'Example University' },
  { kind: 'signature', mediaType: 'image/png', content: pngOf(90, 30), caption: SIGNER }
] as const;

async function print(document: CertificateDocument, state: CertificateState): Promise<Buffer> {
  const issuedAt = new Date('2027-01-31T12:00:00Z');
  const origin = 'https://cme.example.org';
  return Buffer.from(await renderCertificatePdf({ document, state, images, code: CODE, issuedAt, origin }));
}

const words = (text: string) => text.replaceAll(/\s+/g, '');

it.each(['letter', 'a4'] as const)(
  'prints the longest fields whole on one page of %s paper',
  async (paper) => {
    const pdf = await print({ ...LONG, paper }, { kind: 'stands' });
    const text = words(textOfPdf(pdf));
    const fields = [
      LONG.heading,
      LONG.holder,
      LONG.lead,
      LONG.activityTitle,
      LONG.creditLine,
      LONG.statement
    ];
    for (const field of [
      ...fields,
      ...(LONG.lines ?? []).map((one) => one.text),
      SIGNER,
      'Enduring material'
    ])
      expect(text).toContain(words(field));
    for (const word of [
      'Example University School of Medicine and Public Health',
      'January 31, 2027',
      '12.3.4'
    ])
      for (const part of word.split(' ')) expect(text).toContain(part);
    expect(text).not.toContain('Revoked');
    expect(qrCodeOfPdf(pdf)).toBe(`https://cme.example.org/verify/${CODE}`);
    expect([pdfFacts(pdf).get('Pages'), pdfFacts(pdf).get('Tagged')]).toEqual(['1', 'yes']);
    const fonts = fontsOfPdf(pdf);
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    for (const { name, embedded, subset, unicode } of fonts)
      expect({ name, embedded, subset, unicode }).toEqual({
        name,
        embedded: 'yes',
        subset: 'yes',
        unicode: 'yes'
      });
  }
);

it('says of itself that it is PDF/A-2b, with a colour profile', async () => {
  const pdf = (await print(LONG, { kind: 'stands' })).toString('latin1');
  expect(pdf).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B<\/pdfaid:conformance>/);
  expect(pdf).toMatch(/\/S \/GTS_PDFA1/);
  expect(pdf.startsWith('%PDF-1.7')).toBe(true);
});

it.each([
  [{ kind: 'revoked', on: '2027-02-10' }, 'Revoked on February 10, 2027. It does not hold any more.'],
  [
    { kind: 'superseded', on: '2027-02-10', successorId: 'next' },
    'Superseded on February 10, 2027 by a corrected document.'
  ]
] as const)('bears a mark where it is %o', async (state, mark) => {
  const pdf = await print({ ...LONG, demonstration: true }, state);
  expect(textOfPdf(pdf)).toContain(mark);
  expect(qrCodeOfPdf(pdf), 'can still be checked').toContain(CODE);
});
