import { describe, expect, it } from 'vitest';
import { sectionSlug } from './section-slug.ts';

describe('sectionSlug', () => {
  it.each([
    ['T-cell exhaustion, anergy & senescence', 't-cell-exhaustion-anergy-senescence'],
    ['Über Résistance', 'uber-resistance'],
    ['免疫', 'section'],
    ['a'.repeat(80), 'a'.repeat(60)],
    [`${'a'.repeat(59)} b`, 'a'.repeat(59)]
  ])('makes an address of %j', (title, slug) => {
    expect(sectionSlug(title, [])).toBe(slug);
  });

  it('numbers the second of the same name', () => {
    expect(sectionSlug('Overview', ['overview', 'overview-2'])).toBe('overview-3');
  });
});
