import { describe, expect, it } from 'vitest';
import { GATE_VERSION } from '#lib/domain/identity/gate.ts';
import type { Role } from '#lib/domain/identity/role.ts';
import { requireGate, requirePerson, requireRole, requireSender } from './guard.ts';

type Event = Parameters<typeof requirePerson>[0];

function anEvent(path: string, { roles, gate = null }: { roles?: Role[]; gate?: string | null } = {}): Event {
  const person = roles
    ? { id: 'p', sessionIdHash: new Uint8Array(), email: 'a@b.org', givenName: 'Ana', roles }
    : null;
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the guards read these two fields alone
  const locals = { person, gateVersion: gate } as Event['locals'];
  return { url: new URL(path, 'http://localhost:3000'), locals };
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (thrown) {
    return thrown;
  }
}

describe('guards', () => {
  it('send nobody to the sign-in page and back to the same place', () => {
    const thrown = thrownBy(() => requirePerson(anEvent('/attempts/7/3?from=map&x=1')));
    expect(thrown).toMatchObject({
      status: 303,
      location: '/sign-in?returnTo=%2Fattempts%2F7%2F3%3Ffrom%3Dmap%26x%3D1'
    });
  });

  it('come back to the page, not to the form action that was posted', () => {
    const thrown = thrownBy(() => requirePerson(anEvent('/attempts/7/3?/flag')));
    expect(thrown).toMatchObject({ location: '/sign-in?returnTo=%2Fattempts%2F7%2F3' });
  });

  it('give a long form back to be sent again when the session has ended', async () => {
    const body = new URLSearchParams([
      ['comments', 'Very clear.'],
      ['barriers', 'time'],
      ['barriers', 'cost']
    ]);
    const request = new Request('http://localhost:3000/x', { method: 'POST', body });
    const refused = requireSender({ ...anEvent('/x'), request });
    await expect(refused).rejects.toMatchObject({
      status: 401,
      body: {
        unsent: [
          { name: 'comments', value: 'Very clear.' },
          { name: 'barriers', value: 'time' },
          { name: 'barriers', value: 'cost' }
        ]
      }
    });
  });

  it('refuse a person without the role, and say whom to ask', () => {
    const thrown = thrownBy(() => requireRole(anEvent('/admin', { roles: ['clinician'] }), 'admin'));
    expect(thrown).toMatchObject({
      status: 403,
      body: { message: 'You do not have access to this page. Ask an administrator for the Admin role.' }
    });
    expect(requireRole(anEvent('/admin', { roles: ['admin'] }), 'admin')).toMatchObject({ givenName: 'Ana' });
  });

  it('ask at the gate again when its wording has changed', () => {
    const asked = { status: 303, location: '/gate?returnTo=%2Factivities%2Fx%2Flesson%2Foverview' };
    const path = '/activities/x/lesson/overview';
    expect(thrownBy(() => requireGate(anEvent(path)))).toMatchObject(asked);
    expect(thrownBy(() => requireGate(anEvent(path, { gate: '2019-01' })))).toMatchObject(asked);
    expect(thrownBy(() => requireGate(anEvent(path, { gate: GATE_VERSION })))).toBeNull();
  });
});
