import { expect, it } from 'vitest';
import { sheetsOf } from './sheets-of.ts';

it('tells the pages of one version of the program from those of another, wherever they stand', () => {
  const page = (hash: string, up: string) =>
    `<style nonce="x">a{}</style><link href="${up}/_app/immutable/assets/0.${hash}.css" rel="stylesheet" disabled media="(max-width: 0)">
    <link rel="stylesheet" href="${up}/_app/immutable/assets/Page.Q1.css"><link rel="icon" href="/favicon.svg">`;
  expect(sheetsOf(page('Bx', '..'))).toBe(sheetsOf(page('Bx', '')));
  expect(sheetsOf(page('Bx', '..'))).not.toBe(sheetsOf(page('Cy', '..')));
  expect(sheetsOf(page('Bx', ''))).toBe('0.Bx Page.Q1');
});
