import { create, type Font } from 'fontkit';
import { scriptRuns } from '#lib/domain/certificate/script-runs.ts';
import { wrapLines } from '#lib/domain/certificate/wrap-lines.ts';
import { certificateFont, type CertificateFont } from '../certificate/certificate-fonts.ts';

export type Face = Exclude<CertificateFont, 'cjk'>;

/** How text looks; `size` is of the em, in the units of the drawing. */
export type Lettering = { face: Face; size: number };

const fonts = new Map<CertificateFont, Font>();

function fontOf(name: CertificateFont): Font {
  const known = fonts.get(name);
  if (known) return known;
  const font = create(certificateFont(name));
  if (!('layout' in font)) throw new Error(`The typeface ${name} is a collection.`);
  fonts.set(name, font);
  return font;
}

const runsOf = (text: string, { face, size }: Lettering) =>
  scriptRuns(text).map((run) => {
    const font = fontOf(run.face === 'cjk' ? 'cjk' : face);
    return { scale: size / font.unitsPerEm, layout: font.layout(run.text) };
  });

const widthOf = (text: string, lettering: Lettering) =>
  runsOf(text, lettering).reduce((width, { scale, layout }) => width + scale * layout.advanceWidth, 0);

const LETTERS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };

/** One line of text as the data of an SVG path, centred on `x`, its baseline at `y`. */
export function linePath(text: string, place: { lettering: Lettering; x: number; y: number }): string {
  let x = place.x - widthOf(text, place.lettering) / 2;
  const parts: string[] = [];
  for (const { scale, layout } of runsOf(text, place.lettering)) {
    layout.glyphs.forEach((glyph, index) => {
      const position = layout.positions[index];
      const left = x + scale * (position?.xOffset ?? 0);
      for (const { command, args } of glyph.path.commands) {
        const points = args.map((value, nth) =>
          (nth % 2 === 0 ? left + scale * value : place.y - scale * value).toFixed(1)
        );
        parts.push(LETTERS[command] + points.join(' '));
      }
      x += scale * (position?.xAdvance ?? 0);
    });
  }
  return parts.join('');
}

/** The largest lettering, down to `least`, in which the text takes no more than `lines` lines, and those lines. */
export function fitLines(
  text: string,
  limit: { lettering: Lettering; width: number; lines: number; least: number }
): { lettering: Lettering; lines: string[] } {
  const { lettering, width, least } = limit;
  const lines = wrapLines(text, (line) => widthOf(line, lettering) <= width);
  if (lines.length <= limit.lines || lettering.size <= least) return { lettering, lines };
  return fitLines(text, { ...limit, lettering: { ...lettering, size: lettering.size - 2 } });
}
