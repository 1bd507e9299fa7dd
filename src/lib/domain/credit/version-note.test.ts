import { describe, expect, it } from 'vitest';
import { versionNote } from './version-note.ts';

const old = { activityVersionId: 'old', version: '0.1.0' };
const live = { activityVersionId: 'live', version: '0.2.0' };
const assessment = {
  attemptsUsed: 0,
  maxAttempts: 3,
  open: null,
  lastSubmittedAttemptId: null,
  passedAttemptId: null
};
const begun = { completedOn: null, quarterCredits: null, assessment };
const passed = { ...begun, assessment: { ...assessment, passedAttemptId: 'a' } };
const claimed = { ...passed, completedOn: '2026-12-02', quarterCredits: 2 };

describe('the note on a newer version', () => {
  it('is silent on the newest version', () => {
    expect(versionNote({ through: live, live, progress: begun })).toBeNull();
  });

  it('offers the newest version to a person who has not passed', () => {
    const note = versionNote({ through: old, live, progress: begun });
    expect(note).toMatchObject({ canBeginAnew: true });
    expect(note?.words).toMatch(/You began version 0\.1\.0.+Version 0\.2\.0 was published since/);
  });

  it('offers it to nobody who has passed or claimed, since credit is claimed once', () => {
    expect(versionNote({ through: old, live, progress: passed })?.canBeginAnew).toBe(false);
    expect(versionNote({ through: old, live, progress: claimed })).toMatchObject({
      canBeginAnew: false,
      words: expect.stringContaining('your certificate stays as it is')
    });
  });
});
