import { achievementOf } from '#lib/domain/badge/achievement.ts';
import { escapeXml } from '#lib/domain/badge/escape-xml.ts';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import { DEMONSTRATION_MARK, issuerWords } from '#lib/domain/certificate/certificate-rows.ts';
import { fitLines, linePath, type Lettering } from './letter-paths.ts';

/** The colours of the certificate, in the light theme. */
const BRAND = '#0c5d6c';
const DEEP = '#084854';
const INK = '#151f2a';
const MUTED = '#4e5966';
const SOFT = '#dbf2f6';
const WARN = '#784e14';
const WARN_SOFT = '#fff1cc';

const MIDDLE = 500;

/** The scalloped edge of a seal: 36 arcs on a circle. */
function seal(): string {
  const points = Array.from({ length: 36 }, (_, index) => {
    const angle = (index * Math.PI) / 18;
    return `${(MIDDLE + 468 * Math.cos(angle)).toFixed(1)} ${(MIDDLE + 468 * Math.sin(angle)).toFixed(1)}`;
  });
  return `<path fill="${BRAND}" d="M${[...points, points[0]].join('A48 48 0 0 1 ')}Z"/>`;
}

const ring = (radius: number, fill: string, stroke = 'none', width = 0) =>
  `<circle cx="500" cy="500" r="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`;

/** Six strokes around a point: the reference mark that the program is named after. */
function mark(y: number): string {
  const strokes = [0, 60, 120].map(
    (angle) =>
      `<rect x="-5" y="-34" width="10" height="68" rx="5" transform="translate(500 ${y}) rotate(${angle})"/>`
  );
  return `<g fill="${BRAND}">${strokes.join('')}</g>`;
}

type Block = {
  text: string;
  fill: string;
  lettering: Lettering;
  width: number;
  lines: number;
  least: number;
};

/** Lines of one text below each other. Returns the drawing and its height. */
function block({ text, fill, ...limit }: Block) {
  const { lettering, lines } = fitLines(text, limit);
  const leading = lettering.size * 1.22;
  const draw = (top: number) =>
    lines
      .map((line, index) => {
        const y = top + leading * index + lettering.size * 0.92;
        return `<path fill="${fill}" d="${linePath(line, { lettering, x: MIDDLE, y })}"/>`;
      })
      .join('');
  return { height: leading * lines.length, draw };
}

const rule = (y: number) => `<rect x="400" y="${y.toFixed(1)}" width="200" height="3" fill="${BRAND}"/>`;

/** The texts from top to bottom, each with the space above it; a demonstration has a band in place of its issuer. */
function blocksOf(document: CertificateDocument): (Block & { above: number })[] {
  const { heading, activityTitle, creditLine, demonstration } = document;
  const bold = (size: number): Lettering => ({ face: 'semibold', size });
  const texts = [
    { text: heading, fill: BRAND, lettering: bold(36), width: 540, lines: 2, least: 26, above: 0 },
    { text: activityTitle, fill: INK, lettering: bold(76), width: 640, lines: 4, least: 40, above: 26 },
    { text: creditLine, fill: BRAND, lettering: bold(46), width: 600, lines: 1, least: 28, above: 64 }
  ];
  const issuer: Lettering = { face: 'regular', size: 30 };
  const last = { fill: MUTED, lettering: issuer, width: 500, lines: 2, least: 22, above: 14 };
  return demonstration ? texts : [...texts, { text: issuerWords(document), ...last }];
}

/** What the badge says, in the middle between the mark above and the foot. */
function words(document: CertificateDocument): string {
  const blocks = blocksOf(document).map((each) => ({ above: each.above, ...block(each) }));
  const height = blocks.reduce((sum, { above, height: own }) => sum + above + own, 0);
  let y = (document.demonstration ? 470 : 525) - height / 2;
  const parts = blocks.map((each, index) => {
    const line = index === 2 ? rule(y + each.above / 2) : '';
    y += each.above;
    const drawn = each.draw(y);
    y += each.height;
    return line + drawn;
  });
  return parts.join('');
}

/** A band across the foot: what is no credit must not look like one at a glance. */
function band(): string {
  const text = linePath(DEMONSTRATION_MARK, { lettering: { face: 'semibold', size: 46 }, x: MIDDLE, y: 812 });
  const shape = 'M60 750H940L905 795L940 840H60L95 795Z';
  return `<path fill="${WARN_SOFT}" stroke="${WARN}" stroke-width="5" d="${shape}"/><path fill="${WARN}" d="${text}"/>`;
}

/**
 * The badge as an SVG of 1000 × 1000 units, without the name of its holder. Letters are paths: it looks the same
 * everywhere and needs no typeface.
 */
export function drawBadge(document: CertificateDocument): string {
  const title = escapeXml(achievementOf(document).name);
  const parts = [
    seal(),
    ring(436, 'none', SOFT, 5),
    ring(418, '#ffffff', DEEP, 3),
    mark(document.demonstration ? 165 : 185),
    words(document),
    document.demonstration ? band() : ''
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000" width="1000" height="1000" role="img"><title>${title}</title>${parts.join('')}</svg>`;
}
