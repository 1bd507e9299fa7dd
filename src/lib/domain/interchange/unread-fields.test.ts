import { describe, expect, it } from 'vitest';
import { unreadFields, unreadOfActivity, unreadPart } from './unread-fields.ts';

describe('unreadFields', () => {
  it('keeps what has no place of its own, at its place', () => {
    const extra = unreadFields({
      slug: 'a',
      language: 'en',
      credit: { maximumQuarterCredits: 2, unit: 'quarter' },
      assessments: [
        { kind: 'practice', title: 'Practice', id: 'p' },
        { kind: 'assessment', passingStandard: 0.8 }
      ]
    });
    expect(unreadOfActivity(extra)).toEqual({ language: 'en' });
    expect(unreadPart(extra, 'credit')).toEqual({ unit: 'quarter' });
    expect(unreadPart(extra, 'assessments', 'practice')).toEqual({ id: 'p' });
    expect(unreadPart(extra, 'assessments', 'pre-test')).toEqual({});
    expect(unreadPart({ credit: 'odd' }, 'credit', 'unit')).toEqual({});
  });
});
