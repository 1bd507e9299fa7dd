import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sanitiseSvg } from './sanitise-svg.ts';

const svg = (inside: string, attributes = '') => `<svg viewBox="0 0 10 10"${attributes}>${inside}</svg>`;

/** Ways into a page through a drawing, each with what must stay of it. */
const HOSTILE: [string, string][] = [
  [svg('<script>alert(1)</script>'), '<svg viewBox="0 0 10 10"/>'],
  [svg('<g onclick="alert(1)"/>', ' onload="alert(1)"'), '<svg viewBox="0 0 10 10"><g/></svg>'],
  [svg('<a href="javascript:alert(1)"><text>x</text></a>'), '<svg viewBox="0 0 10 10"><text>x</text></svg>'],
  [
    svg('<a xlink:href="javascript:alert(1)"><path d="M0 0"/></a>'),
    '<svg viewBox="0 0 10 10"><path d="M0 0"/></svg>'
  ],
  [svg('<image href="https://evil.example/x.png"/>'), '<svg viewBox="0 0 10 10"/>'],
  [svg('<use href="https://evil.example/x.svg#a"/>'), '<svg viewBox="0 0 10 10"/>'],
  [
    svg('<foreignObject><iframe src="https://evil.example"></iframe></foreignObject>'),
    '<svg viewBox="0 0 10 10"/>'
  ],
  [svg('<style>*{background:url(https://evil.example)}</style>'), '<svg viewBox="0 0 10 10"/>'],
  [
    svg('<rect style="fill:url(https://evil.example)" fill="url(https://evil.example)"/>'),
    '<svg viewBox="0 0 10 10"><rect/></svg>'
  ],
  [
    svg('<g><animate attributeName="href" values="javascript:alert(1)"/></g>'),
    '<svg viewBox="0 0 10 10"><g/></svg>'
  ],
  [svg('<set attributeName="onmouseover" to="alert(1)"/>'), '<svg viewBox="0 0 10 10"/>'],
  [svg('<g class="fig-line admin-only" id="main"/>'), '<svg viewBox="0 0 10 10"><g class="fig-line"/></svg>'],
  [`<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text>&x;</text>')}`, ''],
  [
    svg('<text>&lt;img src=x onerror=alert(1)&gt;</text>'),
    '<svg viewBox="0 0 10 10"><text>&#x3C;img src=x onerror=alert(1)></text></svg>'
  ],
  [svg('<desc><b>x</b></desc><title>t</title>'), '<svg viewBox="0 0 10 10"/>']
];

describe('sanitiseSvg', () => {
  it.each(HOSTILE)('keeps of %s only what a drawing needs', (source, kept) => {
    const clean = sanitiseSvg(source) ?? '';
    if (kept !== '') expect(clean).toBe(kept);
    const tags = (clean.match(/<[a-z!/][^>]*>/gi) ?? []).join('');
    expect(tags).not.toMatch(
      /<script|on\w+=|javascript:|https?:|<style|style=|<use|<image|foreignObject|ENTITY/i
    );
  });

  it('changes nothing the second time', () => {
    for (const [source] of HOSTILE) {
      const once = sanitiseSvg(source);
      if (once !== null) expect(sanitiseSvg(once)).toBe(once);
    }
  });

  it('refuses what is not one drawing', () => {
    for (const source of ['', 'text', '<p>x</p>', '<svg></svg>', svg('') + svg('')])
      expect(sanitiseSvg(source)).toBeNull();
  });

  const folder = 'content/resistance-to-immunotherapy/figures';
  it.each(readdirSync(folder))('loses nothing of the drawing %s of the sample', (file) => {
    const source = readFileSync(`${folder}/${file}`, 'utf8').trim();
    expect(sanitiseSvg(source)).toBe(source);
  });
});
