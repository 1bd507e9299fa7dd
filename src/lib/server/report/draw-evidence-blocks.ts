import type { EvidenceBlock, ShownOption } from '#lib/domain/report/evidence/evidence-block.ts';
import { BRAND, INK, MUTED } from '../certificate/certificate-sheet.ts';
import type { Setting } from '../certificate/set-text.ts';
import { writeParagraph, type PageFlow } from './page-flow.ts';

const HEADING: Setting = { font: 'semibold', size: 12, colour: BRAND };
const OPTION: Setting = { font: 'semibold', size: 10.5, colour: INK };
const RATIONALE: Setting = { font: 'regular', size: 10, colour: MUTED };

function drawOption(flow: PageFlow, { letter, text, marks, rationale }: ShownOption): void {
  const named = letter === null ? text : `${letter}. ${text}`;
  const marked = marks.length === 0 ? named : `${named} [${marks.join('; ')}]`;
  const setting = marks.length === 0 ? {} : { setting: OPTION };
  writeParagraph(flow, marked, { indent: 12, above: 4, keep: 14, ...setting });
  if (rationale !== '') writeParagraph(flow, rationale, { indent: 26, setting: RATIONALE });
}

/** Draws one block where the flow stands. */
export function drawBlock(flow: PageFlow, block: EvidenceBlock): void {
  switch (block.kind) {
    case 'heading':
      writeParagraph(flow, block.text, { tag: 'H3', setting: HEADING, above: 12, keep: 40 });
      return;
    case 'text':
      writeParagraph(flow, block.text, { above: 5 });
      return;
    case 'facts':
      block.facts.forEach(({ label, value }, index) =>
        writeParagraph(flow, `${label}: ${value}`, { above: index === 0 ? 5 : 1 })
      );
      return;
    case 'list':
      for (const entry of block.entries) writeParagraph(flow, `• ${entry}`, { indent: 12, above: 3 });
      return;
    case 'options':
      for (const option of block.options) drawOption(flow, option);
      return;
    default:
      block satisfies never;
  }
}
