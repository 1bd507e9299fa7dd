import { expect, it } from 'vitest';
import { HOLES } from './page-pieces.ts';
import { putIntoShell, takeShell } from './page-shell.ts';

const POLICY = "default-src 'none'; style-src 'self' 'nonce-Ab+/c1=='";
const HEAD = '<title>Question 1</title>';
const headers = new Headers({
  'content-security-policy': POLICY,
  'content-type': 'text/html',
  'footnote-keep': HOLES.owner
});
const page = (head: string, main: string) =>
  `<head><meta content="${HOLES.owner}">${head}<style nonce="Ab+/c1=="></style></head>` +
  `<body><p>${HOLES.name}</p><main id="main">${main}</main><footer>Help</footer></body>`;

it('puts another question into what surrounded the first, with the nonce and the person of the answer', () => {
  const shell = takeShell(page(HEAD, '<h1>Why & how?</h1>'), headers, HEAD);
  if (shell === null) throw new Error('The page has no shell.');
  const drawn = { head: '<title>Question 2</title>', main: '<h1>$& and <b>what?</b></h1>' };
  const filling = { nonce: 'Zz9', name: 'A & B', owner: 'a1-_' };
  const answer = putIntoShell(shell, drawn, filling);
  const html = Buffer.concat(answer.chunks).toString();
  expect(html).toBe(
    page(drawn.head, drawn.main)
      .replace('Ab+/c1==', 'Zz9')
      .replace(HOLES.name, 'A &amp; B')
      .replace(HOLES.owner, 'a1-_')
  );
  // Whether a browser may keep the page is said of each question anew.
  expect(answer.headers).toEqual({
    'content-type': 'text/html',
    'content-security-policy': POLICY.replace('Ab+/c1==', 'Zz9'),
    'content-length': String(Buffer.byteLength(html))
  });
});

it.each([
  ['another head', page('<title>Question 3</title>', '')],
  ['its head twice', page(HEAD, HEAD)],
  ['no main part', page(HEAD, '').replaceAll('main', 'div')]
])('takes nothing off a page with %s', (_what, html) => {
  expect(takeShell(html, headers, HEAD)).toBeNull();
});
