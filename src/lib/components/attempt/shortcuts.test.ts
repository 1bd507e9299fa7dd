import { describe, expect, it } from 'vitest';
import { readShortcut } from './shortcuts.ts';

/** A key pressed on an element that is found by these selectors, or on the page itself. */
const press = (
  key: string,
  { at = '', ...change }: { at?: string; ctrlKey?: boolean; armed?: boolean } = {}
) => {
  const target = { closest: (selector: string) => at !== '' && selector.includes(at) };
  const event = { key, ctrlKey: false, metaKey: false, altKey: false, target, ...change };
  return readShortcut(event, change.armed ?? false);
};

describe('shortcuts', () => {
  it('choose an option by letter or number', () => {
    expect(press('a')).toEqual({ kind: 'choose', letter: 'a' });
    expect(press('E')).toEqual({ kind: 'choose', letter: 'e' });
    expect(press('3')).toEqual({ kind: 'choose', letter: 'c' });
    expect(press('6')).toBeNull();
  });

  it('rule an option out by X and its letter', () => {
    expect(press('x')).toEqual({ kind: 'arm-rule-out' });
    expect(press('b', { armed: true })).toEqual({ kind: 'rule-out', letter: 'b' });
  });

  it('flag with F and go on with Enter', () => {
    expect(press('f')).toEqual({ kind: 'flag' });
    expect(press('Enter')).toEqual({ kind: 'go-on' });
  });

  it('leave text fields and selects alone', () => {
    expect(press('a', { at: 'textarea' })).toBeNull();
    expect(press('f', { at: 'select' })).toBeNull();
  });

  it('leave Enter to buttons, links and inputs, and combinations to the browser', () => {
    expect(press('Enter', { at: 'button' })).toBeNull();
    expect(press('f', { ctrlKey: true })).toBeNull();
  });
});
