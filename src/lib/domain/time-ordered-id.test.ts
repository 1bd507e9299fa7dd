import { expect, it } from 'vitest';
import { leastIdOf, RANDOM_BYTES, timeOrderedId } from './time-ordered-id.ts';
import { isUuid } from './uuid.ts';

const bytes = (value: number) => new Uint8Array(RANDOM_BYTES).fill(value);

it('writes the example of RFC 9562, appendix A.6', () => {
  const random = Uint8Array.from([0xcc, 0x31, 0x08, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  const id = timeOrderedId(new Date('2022-02-22T19:22:22.000Z'), random);
  expect(id).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  expect(isUuid(id)).toBe(true);
});

it('says version 7 and the variant whatever the random bytes are, and keeps 74 of their bits', () => {
  for (let value = 0; value < 256; value += 1)
    expect(timeOrderedId(new Date(0), bytes(value))).toMatch(
      /^00000000-0000-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    );
  const ids = Array.from({ length: RANDOM_BYTES * 8 }, (_, bit) => {
    const random = bytes(0);
    random[bit >> 3] = 1 << (bit & 7);
    return timeOrderedId(new Date(0), random);
  });
  // The other six bits change nothing: one id more, that of all zeros.
  expect(new Set(ids).size).toBe(75);
});

it('orders ids by their millisecond, and begins a month below all of them', () => {
  const month = new Date('2027-02-01T00:00:00Z');
  const before = timeOrderedId(new Date(month.getTime() - 1), bytes(255));
  const first = timeOrderedId(month, bytes(0));
  const later = timeOrderedId(new Date(month.getTime() + 1), bytes(0));
  const order = [before, leastIdOf(month), first, timeOrderedId(month, bytes(255)), later];
  expect(order.toSorted()).toEqual(order);
});
