import { describe, expect, it } from 'vitest';
import { approvalsLeft } from './approvals-left.ts';

const by = (approverId: string, revision = 2) => ({ kind: 'review' as const, revision, approverId });
const ofPackage = (revision = 2) => ({ kind: 'package' as const, revision, approverId: null });

describe('approvals still needed', () => {
  it.each<[string, Parameters<typeof approvalsLeft>[0]['approvals'], number]>([
    ['are all of them at first', [], 2],
    ['are fewer by each approver', [by('ana')], 1],
    ['are none when enough approved', [by('ana'), by('bea')], 0],
    ['are never less than none', [by('ana'), by('bea'), by('cem')], 0],
    ['are not fewer by an approval of an earlier revision', [by('ana', 1), by('bea', 1)], 2],
    ['are not fewer by an author', [by('author'), by('ana')], 1],
    ['are none where the package says that it was reviewed', [ofPackage()], 0],
    ['are all where the package said so of an earlier revision', [ofPackage(1)], 2]
  ])('%s', (_title, approvals, left) => {
    expect(approvalsLeft({ approvals, revision: 2, authorIds: ['author'], needed: 2 })).toBe(left);
  });
});
