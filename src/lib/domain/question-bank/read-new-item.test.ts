import { describe, expect, it } from 'vitest';
import { readNewItem } from './read-new-item.ts';

const posted = (fields: Record<string, string>) =>
  new Map(Object.entries(fields).map(([name, value]) => [name, [value]]));

describe('a new item', () => {
  it('takes options that are written one a line', () => {
    const { form, problems } = readNewItem(posted({ type: 'single', options: 'A. One\nB. Two\n\nC. Three' }));
    expect(problems).toEqual([]);
    expect(form.options.map(({ text }) => text)).toEqual(['One', 'Two', 'Three']);
  });

  it('may be empty', () => {
    const { form, problems } = readNewItem(posted({ type: 'matching' }));
    expect(problems).toEqual([]);
    expect([form.options.length, form.targets.length]).toEqual([3, 4]);
  });

  it.each([
    [{ type: 'essay' }, 'type'],
    [
      { type: 'single', options: Array.from({ length: 27 }, (_, index) => `Line ${index}`).join('\n') },
      'options'
    ],
    [{ type: 'true-false', options: 'Yes\nNo' }, 'options'],
    [{ type: 'single', leadIn: 'x'.repeat(20_001) }, 'leadIn']
  ])('is refused with the reason at its field, and keeps what was typed', (fields, field) => {
    const { typed, problems } = readNewItem(posted(fields));
    expect(problems).toMatchObject([{ field }]);
    expect(typed).toMatchObject(fields);
  });
});
