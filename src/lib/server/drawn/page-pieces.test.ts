import { describe, expect, it } from 'vitest';
import { fillHoles, HOLES, putTogether, takeApart } from './page-pieces.ts';

const POLICY = "default-src 'none'; style-src 'self' 'nonce-Ab+/c1=='; script-src 'self' 'nonce-Ab+/c1=='";
const HEADERS = {
  'content-security-policy': POLICY,
  'content-type': 'text/html',
  'footnote-keep': HOLES.owner
};
const PAGE = `<style nonce="Ab+/c1=="></style><p>Grüße, ${HOLES.name}</p><i>${HOLES.owner}</i><style nonce="Ab+/c1=="></style>`;
const OWNER = 'a1-_';

const written = (html: string, name: string) => {
  const page = takeApart(html, Object.entries({ ...HEADERS, 'content-length': '7' }));
  if (page === null) throw new Error('The page cannot be kept.');
  const { headers, chunks } = putTogether(page, { nonce: 'Zz9', name, owner: OWNER });
  return { headers, html: Buffer.concat(chunks).toString() };
};

describe('a page in pieces', () => {
  it('has the nonce of the answer in the page and in the policy, and every byte beside it as it was drawn', () => {
    const { headers, html } = written(PAGE, 'Ana');
    expect(html).toBe(fillHoles(PAGE, { name: 'Ana', owner: OWNER }).replaceAll('Ab+/c1==', 'Zz9'));
    expect(headers).toEqual({
      'content-type': 'text/html',
      'footnote-keep': OWNER,
      'content-security-policy': POLICY.replaceAll('Ab+/c1==', 'Zz9'),
      'content-length': String(Buffer.byteLength(html))
    });
  });

  it.each(['<script>alert(1)</script>', "O'Hara & $& $1 “Ω”", HOLES.name, 'Ab+/c1=='])(
    'has the name as text, whatever it is: %s',
    (name) => {
      const text = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      expect(written(PAGE, name).html).toContain(`<p>Grüße, ${text}</p>`);
      expect(fillHoles(PAGE, { name, owner: OWNER })).toContain(`<p>Grüße, ${text}</p>`);
    }
  );

  it('leads each to what is their own, by its place among theirs', () => {
    const [first, second] = ['019f0000-0000-7000-8000-00000000000a', '019f0000-0000-7000-8000-00000000000b'];
    const link = (id: string) => `<a href="/attempts/${id}/3">${id}</a>`;
    const page = takeApart(link(second) + PAGE + link(first), Object.entries(HEADERS), [first, second]);
    if (page === null) throw new Error('The page cannot be kept.');
    const filling = { nonce: 'Zz9', name: 'Ana', owner: OWNER, own: ['one', 'two'] };
    const html = Buffer.concat(putTogether(page, filling).chunks).toString();
    expect(html).toBe(link('two') + written(PAGE, 'Ana').html + link('one'));
  });

  it('is none where it is not known what would have to be filled in', () => {
    expect(takeApart(PAGE, [['content-type', 'text/html']])).toBeNull();
    const two = "style-src 'nonce-a'; script-src 'nonce-b'";
    expect(takeApart(PAGE, [['content-security-policy', two]])).toBeNull();
  });
});
