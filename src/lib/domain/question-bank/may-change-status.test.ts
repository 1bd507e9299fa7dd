import { describe, expect, it } from 'vitest';
import { ITEM_STATUSES } from './item-status.ts';
import { mayChangeStatus, type Standing, type StatusChange } from './may-change-status.ts';

const standing: Standing = { status: 'draft', isAuthor: false, hasApproved: false, approvalsLeft: 1 };
const author = { isAuthor: true };

describe('what may be done with a version', () => {
  it.each<[string, Partial<Standing>, StatusChange[]]>([
    ['a draft is submitted', {}, ['submit']],
    ['a draft is submitted by its author', author, ['submit']],
    ['what came back is submitted again', { status: 'changes-asked' }, ['submit']],
    ['an author withdraws and never approves', { status: 'in-review', ...author }, ['withdraw']],
    ['somebody else approves or asks for changes', { status: 'in-review' }, ['approve', 'ask-for-changes']],
    [
      'whoever approved can still ask for changes',
      { status: 'in-review', hasApproved: true },
      ['ask-for-changes']
    ],
    [
      'a version in review with enough approvals can be published: fewer are needed since',
      { status: 'in-review', approvalsLeft: 0 },
      ['publish', 'ask-for-changes']
    ],
    [
      'an approved version is published by its author',
      { status: 'approved', approvalsLeft: 0, ...author },
      ['publish', 'withdraw']
    ],
    ['or by anybody else', { status: 'approved', approvalsLeft: 0 }, ['publish', 'ask-for-changes']],
    [
      'an approved version needs more approvals when the settings ask for more',
      { status: 'approved' },
      ['approve', 'ask-for-changes']
    ],
    ['a live version is edited as the next one, or retired', { status: 'live' }, ['edit', 'retire']],
    ['a retired version comes back as the next one', { status: 'retired' }, ['edit']]
  ])('%s', (_title, more, changes) => {
    expect(mayChangeStatus({ ...standing, ...more })).toEqual(changes);
  });

  it('never lets an author approve, nor anybody publish without the approvals', () => {
    for (const status of ITEM_STATUSES) {
      for (const approvalsLeft of [0, 1, 2]) {
        expect(mayChangeStatus({ ...standing, status, approvalsLeft, ...author })).not.toContain('approve');
        if (approvalsLeft > 0)
          expect(mayChangeStatus({ ...standing, status, approvalsLeft })).not.toContain('publish');
      }
    }
  });
});
