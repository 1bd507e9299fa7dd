import { describe, expect, it } from 'vitest';
import { decideItemChange } from './decide-item-change.ts';

describe('decideItemChange', () => {
  it('makes a version where the bank holds none', () => {
    expect(decideItemChange(null, 'reviewed')).toBe('replace');
  });

  it('leaves the same content in the same standing alone', () => {
    expect(decideItemChange({ status: 'live', sameContent: true }, 'reviewed')).toBe('keep');
    expect(decideItemChange({ status: 'draft', sameContent: true }, 'draft')).toBe('keep');
  });

  it('publishes a draft that has been reviewed without a change', () => {
    expect(decideItemChange({ status: 'draft', sameContent: true }, 'reviewed')).toBe('publish');
  });

  it('makes the next version of changed content, and never changes a live one', () => {
    expect(decideItemChange({ status: 'live', sameContent: false }, 'reviewed')).toBe('replace');
    expect(decideItemChange({ status: 'draft', sameContent: false }, 'draft')).toBe('replace');
  });

  it('withdraws a live version that the package calls a draft again', () => {
    expect(decideItemChange({ status: 'live', sameContent: true }, 'draft')).toBe('replace');
  });

  it('never brings a retired version back to life', () => {
    expect(decideItemChange({ status: 'retired', sameContent: true }, 'reviewed')).toBe('replace');
  });
});
