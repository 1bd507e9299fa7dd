/**
 * Writes static/icons.svg, the sprite that `components/ui/Icon.svelte` draws from, out of lucide-static (ISC). Run it
 * after adding a name here: `node scripts/icons.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ICON_NAMES } from '#lib/components/ui/icon-names.ts';

/** The drawing of one icon as a symbol with 1.75 strokes in the colour of the text. */
function toSymbol(name: string): string {
  const svg = readFileSync(fileURLToPath(import.meta.resolve(`lucide-static/icons/${name}.svg`)), 'utf8');
  const shapes = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
  const attributes =
    'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';
  return `<symbol id="${name}" ${attributes}>${shapes.replace(/\s*\n\s*/g, '')}</symbol>`;
}

const header = '<!-- Lucide icons, ISC licence. Made by scripts/icons.ts. -->';
const sprite = `<svg xmlns="http://www.w3.org/2000/svg">\n${header}\n${ICON_NAMES.map(toSymbol).join('\n')}\n</svg>\n`;
writeFileSync(new URL('../static/icons.svg', import.meta.url), sprite);
