import { describe, expect, it } from 'vitest';
import { choiceItem } from '../../../../tests/support/keyed-items.ts';
import { toPublicItem } from '../question-bank/public-item.ts';
import { holdsUnsaved } from './holds-unsaved.ts';

const item = toPublicItem(choiceItem(['w', 'x'], ['x']), { optionOrder: ['w', 'x'], targetOrder: [] });
const open = { isOpen: true, item, response: null };
const chosen = new URLSearchParams({ option: 'b' });

describe('an address with a response in it', () => {
  it('holds what is not saved yet, whole or not', () => {
    expect(holdsUnsaved(open, chosen)).toBe(true);
    expect(holdsUnsaved({ ...open, response: { type: 'single', option: 'a' } }, chosen)).toBe(true);
    expect(holdsUnsaved(open, new URLSearchParams({ option: 'z' }))).toBe(true);
  });

  it('holds nothing unsaved once that very response is stored, or the question is closed', () => {
    expect(holdsUnsaved({ ...open, response: { type: 'single', option: 'b' } }, chosen)).toBe(false);
    expect(holdsUnsaved({ ...open, isOpen: false }, chosen)).toBe(false);
    expect(holdsUnsaved(open, new URLSearchParams({ from: 'check' }))).toBe(false);
  });
});
