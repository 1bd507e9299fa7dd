import { expect, it } from 'vitest';
import { isPublicName } from './is-public-name.ts';

it.each(['', 'a\u0000b', '../x', 'a b', 'a'.repeat(201), 'é', '\ud800'])(
  'names nothing of ours: %j',
  (text) => {
    expect(isPublicName(text)).toBe(false);
  }
);

it('may name a key by its thumbprint', () => {
  expect(isPublicName('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs')).toBe(true);
});
