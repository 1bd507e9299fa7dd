import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { writeFigure } from '#lib/domain/lesson/write-figure.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { sanitiseSvg } from './sanitise-svg.ts';

/** A drawing may be this large, in bytes. */
const LARGEST = 200_000;

type Sent = { figureId: string; isNew: boolean; alt: string; caption: string; svg: string };

type Read = { text: string; drawing: { figureId: string; svg: string } };

function newFigureProblems({ figureId, alt, caption }: Sent): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (field: string, message: string) => problems.push({ field, message });
  if (!/^[a-z][a-z0-9-]{0,99}$/.test(figureId))
    say('drawing-id', 'Enter a name of lower-case letters, digits and hyphens, for example set-point');
  if (alt === '') say('drawing-alt', 'Describe what the figure shows, for those who do not see it');
  if (caption === '') say('drawing-caption', 'Enter a caption');
  return problems;
}

function drawingProblem(svg: string): string | null {
  if (svg.trim() === '') return 'Choose an SVG file, or paste the drawing';
  if (new TextEncoder().encode(svg).length > LARGEST)
    return 'Make the drawing smaller: it may have up to 200 kB';
  return null;
}

/** A drawing that was sent, sanitised, and the text with its figure; a new figure goes to the end of the text. */
export function readDrawing(text: string, sent: Sent): Result<Read, FieldProblem[]> {
  const problems = sent.isNew ? newFigureProblems(sent) : [];
  const refusal = drawingProblem(sent.svg);
  const svg = refusal === null ? sanitiseSvg(sent.svg) : null;
  if (svg === null) {
    const message = refusal ?? 'This is not one drawing: it must be one <svg> with a viewBox';
    problems.push({ field: 'drawing-svg', message });
  }
  if (problems.length > 0 || svg === null) return failure(problems);
  const figure = writeFigure({ id: sent.figureId, alt: sent.alt, caption: sent.caption });
  const drawing = { figureId: sent.figureId, svg };
  return success({ text: sent.isNew ? `${text}\n\n${figure}`.trim() : text, drawing });
}
