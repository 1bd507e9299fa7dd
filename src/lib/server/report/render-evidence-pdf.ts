import PDFDocument from 'pdfkit';
import { scriptRuns } from '#lib/domain/certificate/script-runs.ts';
import type { CompletionEvidence } from '#lib/domain/report/evidence/completion-evidence.ts';
import type { EvidenceSection } from '#lib/domain/report/evidence/evidence-block.ts';
import { evidenceSections } from '#lib/domain/report/evidence/evidence-sections.ts';
import { certificateFont } from '../certificate/certificate-fonts.ts';
import { BRAND, INK } from '../certificate/certificate-sheet.ts';
import type { Setting } from '../certificate/set-text.ts';
import { drawBlock } from './draw-evidence-blocks.ts';
import { openFlow, writeParagraph, type PageFlow } from './page-flow.ts';

const TITLE: Setting = { font: 'semibold', size: 24, colour: BRAND };
const ACTIVITY: Setting = { font: 'semibold', size: 14, colour: INK };
const SECTION: Setting = { font: 'semibold', size: 17, colour: BRAND };

/** Typefaces that every document needs, and the Chinese one where anything is written in it. */
function registerFonts(pdf: PDFKit.PDFDocument, content: unknown): void {
  for (const name of ['regular', 'italic', 'semibold'] as const)
    pdf.registerFont(name, certificateFont(name));
  const isChinese = scriptRuns(JSON.stringify(content)).some(({ face }) => face === 'cjk');
  if (isChinese) pdf.registerFont('cjk', certificateFont('cjk'));
}

/** Dates and id of the file are those of the completion, so that the same evidence is always the same bytes. */
function openPdf({ completion, activity }: CompletionEvidence): PDFKit.PDFDocument {
  const completedAt = new Date(completion.completedAt);
  return new PDFDocument({
    size: 'LETTER',
    margin: 0,
    // No standard font: PDF/A embeds every face.
    font: '',
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    info: {
      Title: `Evidence of a completion: ${activity.title}`,
      Author: 'Footnote',
      Subject: `Completion ${completion.id}, ${completion.completedOn}`,
      CreationDate: completedAt,
      ModDate: completedAt
    }
  });
}

function drawCover(flow: PageFlow, { activity }: CompletionEvidence, sections: EvidenceSection[]): void {
  writeParagraph(flow, 'Evidence of a completion', { tag: 'H1', setting: TITLE });
  writeParagraph(flow, activity.title, { setting: ACTIVITY, above: 4 });
  writeParagraph(flow, 'Contents', { tag: 'H2', setting: SECTION, above: 18 });
  sections.forEach(({ title }, index) => writeParagraph(flow, `${index + 1}. ${title}`, { above: 2 }));
}

function drawSection(flow: PageFlow, { title, blocks }: EvidenceSection, number: number): void {
  const numbered = `${number}. ${title}`;
  flow.pdf.outline.addItem(numbered);
  writeParagraph(flow, numbered, { tag: 'H2', setting: SECTION, above: 28, keep: 160 });
  for (const block of blocks) drawBlock(flow, block);
}

/** The evidence as a PDF to read and print: tagged, every typeface embedded, byte for byte the same each time. */
export async function renderEvidencePdf(evidence: CompletionEvidence): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = openPdf(evidence);
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => {
    pdf.once('end', resolve);
    pdf.once('error', reject);
  });
  const sections = evidenceSections(evidence);
  registerFonts(pdf, sections);
  const flow = openFlow(pdf, `Completion ${evidence.completion.id}`);
  drawCover(flow, evidence, sections);
  sections.forEach((section, index) => drawSection(flow, section, index + 1));
  flow.root.end();
  pdf.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}
