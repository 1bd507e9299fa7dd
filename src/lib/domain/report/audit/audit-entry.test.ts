import { expect, it } from 'vitest';
import { toAuditEntry, type ReadEvent } from './audit-entry.ts';

const event: ReadEvent = {
  ...{ id: 7, at: new Date('2027-01-31T08:15:00.123Z'), actorName: 'Ana Müller', actorErased: false },
  ...{ actorId: '01890000-0000-7000-8000-00000000abcd', action: 'identity.grant-role' },
  ...{ subjectKind: 'person', subjectId: 'p', detail: {}, network: '192.0.2.0/24', reason: null },
  before: { roles: ['clinician'], approvalsNeeded: 1, same: 'x' },
  after: { roles: ['clinician', 'admin'], approvalsNeeded: 1, same: 'x', note: 'new' }
};

it('says when, who, what and what changed, and leaves out what stayed', () => {
  expect(toAuditEntry(event)).toMatchObject({
    when: '2027-01-31 08:15:00 UTC',
    who: { words: 'Ana Müller', id: event.actorId },
    what: 'Gave a role',
    changes: [
      { name: 'roles', before: '["clinician"]', after: '["clinician","admin"]' },
      { name: 'note', before: '', after: 'new' }
    ]
  });
  expect(toAuditEntry({ ...event, before: { approvalsNeeded: 1 }, after: null }).changes).toEqual([
    { name: 'approvals needed', before: '1', after: '' }
  ]);
});

it('names nobody who was erased, nor who was not signed in, and shows an action without words by its name', () => {
  expect(toAuditEntry({ ...event, actorErased: true }).who).toEqual({
    words: 'Erased person …00abcd',
    id: null
  });
  expect(toAuditEntry({ ...event, actorId: null, actorName: null }).who.id).toBeNull();
  expect(toAuditEntry({ ...event, action: 'room.do-new-thing' }).what).toBe('room.do-new-thing');
});
