import { INK, MUTED } from '../certificate/certificate-sheet.ts';
import { linesOf, setText, type Setting } from '../certificate/set-text.ts';

/** Points from the edges of the paper to the text. */
const EDGE = 60;

/** From baseline to baseline, in sizes; as `setText` sets. */
const LEADING = 1.3;

const FOOT: Setting = { font: 'regular', size: 8.5, colour: MUTED };
const BODY: Setting = { font: 'regular', size: 10.5, colour: INK };

/** Text that runs on from page to page; `y` is where the next line begins. */
export type PageFlow = {
  pdf: PDFKit.PDFDocument;
  root: PDFKit.PDFStructureElement;
  foot: string;
  page: number;
  y: number;
};

/** How a paragraph stands: its structure for assistive technology, its setting, and the space around it in points. */
export type Paragraph = {
  tag?: string;
  setting?: Setting;
  indent?: number;
  above?: number;
  /** Room that has to be left below it, so that a heading does not stand alone. */
  keep?: number;
};

/** The line at the foot of a page, which assistive technology skips. */
function drawFoot({ pdf, foot, page }: PageFlow): void {
  pdf.markContent('Artifact', { type: 'Pagination' });
  const y = pdf.page.height - EDGE + 18;
  const column = { x: EDGE, y, width: pdf.page.width - 2 * EDGE, align: 'left' } as const;
  setText(pdf, `${foot} · Page ${page}`, { setting: FOOT, column });
  pdf.endMarkedContent();
}

/** Begins the next page. */
function turnPage(flow: PageFlow): void {
  if (flow.page > 0) flow.pdf.addPage();
  flow.page += 1;
  flow.y = EDGE;
  drawFoot(flow);
}

/** The first page of `pdf`, with `foot` at the foot of every page. */
export function openFlow(pdf: PDFKit.PDFDocument, foot: string): PageFlow {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const flow = { pdf, root, foot, page: 0, y: EDGE };
  turnPage(flow);
  return flow;
}

const isFull = ({ pdf, y }: PageFlow, needed: number) => y + needed > pdf.page.height - EDGE;

/** Draws as many of the lines as the page takes, and returns the others. */
function fillPage(
  flow: PageFlow,
  lines: string[],
  { setting, indent }: { setting: Setting; indent: number }
): string[] {
  const { pdf } = flow;
  const x = EDGE + indent;
  const rest = [...lines];
  for (let line = rest[0]; line !== undefined; line = rest[0]) {
    if (isFull(flow, setting.size * LEADING)) return rest;
    // Wide enough for a line that was measured already.
    const column = { x, y: flow.y, width: pdf.page.width, align: 'left' } as const;
    flow.y = setText(pdf, line, { setting, column });
    rest.shift();
  }
  return rest;
}

/** Writes a paragraph, over as many pages as it takes; to assistive technology it stays one. */
export function writeParagraph(flow: PageFlow, text: string, paragraph: Paragraph = {}): void {
  const { tag = 'P', setting = BODY, indent = 0, above = 0, keep = 0 } = paragraph;
  const { pdf, root } = flow;
  const width = pdf.page.width - 2 * EDGE - indent;
  let rest = linesOf(pdf, text, { setting, width });
  flow.y += above;
  if (isFull(flow, setting.size * LEADING + keep)) turnPage(flow);
  const element = pdf.struct(tag);
  root.add(element);
  while (rest.length > 0) {
    const content = pdf.markStructureContent(tag);
    rest = fillPage(flow, rest, { setting, indent });
    pdf.endMarkedContent();
    element.add(content);
    if (rest.length > 0) turnPage(flow);
  }
  element.end();
}
