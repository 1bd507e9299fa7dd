import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderSection } from './render-section.ts';

const numbers = new Map([
  ['chen2017', 2],
  ['sharma2017', 3]
]);

const html = (markdown: string) => renderSection(markdown, { numbers, figures: [] }).html.trim();

/** The tags of a text of HTML; words that only look like one are not among them. */
const tagsOf = (text: string) => (text.match(/<[a-z!/][^>]*>/gi) ?? []).join('\n');

/** What no tag may be or hold, whatever an author wrote: a script, a handler, or an address that runs one. */
const DANGER =
  /<(?:script|iframe|object|embed|style|img|form|input|base|meta|link|svg|details)\b|\son\w+\s*=|\sstyle\s*=|(?:href|src)="(?!https?:|mailto:|#|\/(?!\/))|<!--/i;

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'inline <b onmouseover="alert(1)">b</b> html',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#10;script:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](//evil.example)',
  '[x](vbscript:x)',
  '<javascript:alert(1)>',
  '![x](https://evil.example/pixel.png)',
  '![x](javascript:alert(1))',
  '[x][y]\n\n[y]: javascript:alert(1)',
  ':::keypoint{onclick="alert(1)" style="x" id="main"}\nx\n:::',
  ':::figure{id="x" onload="alert(1)"}\nx\n:::',
  '::figure{id="x\\"><script>alert(1)</script>"}',
  ':a[x]{href="javascript:alert(1)"}',
  '::iframe{src="https://evil.example"}',
  '| a |\n|---|\n| <script>x</script> |',
  '```html\n<script>alert(1)</script>\n```',
  '[@chen2017"onclick="alert(1)]',
  '<!-- needs-expert-review: secret',
  '<svg onload=alert(1)>',
  '<details open ontoggle=alert(1)>',
  'a\n<style>*{}</style>\nb'
];

describe('renderSection', () => {
  it('makes of a citation a link that works without a script', () => {
    expect(html('It can last [@chen2017].')).toBe(
      '<p>It can last.<a href="#ref-2" id="cite-2-1" role="doc-biblioref" aria-label="Reference 2"><sup>2</sup></a></p>'
    );
  });

  it('parts neighbouring numbers by a comma, and counts the mentions', () => {
    const section = renderSection('One [@chen2017; @sharma2017] two [@chen2017].', { numbers, figures: [] });
    expect(section.html).toContain('<sup>2</sup></a><sup>,</sup><a href="#ref-3"');
    expect(section.mentions.map(({ number, occurrence }) => `${number}-${occurrence}`)).toEqual([
      '2-1',
      '3-1',
      '2-2'
    ]);
  });

  it('leaves marks in code alone', () => {
    expect(html('`[@chen2017]`')).toBe('<p><code>[@chen2017]</code></p>');
  });

  it('sets key points apart', () => {
    expect(html(':::keypoint\nRemember.\n:::')).toBe(
      '<div class="keypoint" role="note"><p class="label">Key point</p><p>Remember.</p></div>'
    );
  });

  it('puts the figure first, with its text alternative and caption', () => {
    const figure = {
      figureId: 'one',
      alt: 'Two "lines"',
      caption: 'A caption',
      svg: '<svg class="fig" viewBox="0 0 1 1"><path d="M0 0"/></svg>'
    };
    const section = renderSection('Text.\n\n::figure{id="one"}\n', { numbers, figures: [figure] });
    expect(section.html.trim()).toBe(
      '<figure><svg class="fig" viewBox="0 0 1 1" role="img" aria-label="Two &#x22;lines&#x22;"><path d="M0 0"/></svg>' +
        '<figcaption>A caption.</figcaption></figure><p>Text.</p>'
    );
  });

  it('leaves out a figure that is not there', () => {
    expect(html('Text.\n\n::figure{id="nowhere"}')).toBe('<p>Text.</p>');
  });

  it('puts a table into a region of its own, with heads for columns and rows', () => {
    const table = html('| Receptor | Ligand |\n|---|---|\n| PD-1 | PD-L1 |');
    expect(table).toContain(
      '<div class="table-scroll" role="region" aria-label="Table: Receptor, Ligand" tabindex="0"><table>'
    );
    expect(table).toContain('<th scope="col">Ligand</th>');
    expect(table).toContain('<th scope="row">PD-1</th>');
  });

  it('keeps a colon in running text as it was written', () => {
    expect(html('At 10:30, PD-1:PD-L1 and note:this{a=b}.')).toBe(
      '<p>At 10:30, PD-1:PD-L1 and note:this{a=b}.</p>'
    );
  });

  it('starts headings below that of the page', () => {
    expect(html('# One\n\n## Two')).toBe('<h2>One</h2>\n<h2>Two</h2>');
  });

  it.each(HOSTILE)('lets nothing run of %s', (markdown) => {
    expect(tagsOf(html(markdown))).not.toMatch(DANGER);
    expect(tagsOf(html(`> - ${markdown.replaceAll('\n', '\n>   ')}`))).not.toMatch(DANGER);
  });

  it('renders whatever an author writes, and lets nothing run of it', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE, '\n\n', '> ', '| ', '---', '[@chen2017]', ':::', '`', '*', '<', '"'),
      fc.string()
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(tagsOf(html(pieces.join('')))).not.toMatch(DANGER);
      }),
      { numRuns: 300 }
    );
  });
});
