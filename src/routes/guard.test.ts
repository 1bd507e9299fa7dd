import { describe, expect, it } from 'vitest';
import { GATE_VERSION } from '#lib/domain/identity/gate.ts';
import type { Role } from '#lib/domain/identity/role.ts';
import { requireGate, requireOneOf, requirePerson, requireRole, requireSender } from './guard.ts';
import { requireRecentProof } from './require-recent-proof.ts';

type Event = Parameters<typeof requirePerson>[0];

const now = new Date('2027-01-31T12:00:00Z');

type Asking = { roles?: Role[]; lockedRoles?: Role[]; gate?: string | null; minutesSinceProof?: number };

function anEvent(
  path: string,
  { roles, lockedRoles = [], gate = null, minutesSinceProof = 0 }: Asking = {}
): Event {
  const provenAt = new Date(now.getTime() - minutesSinceProof * 60_000);
  const person = roles
    ? {
        id: 'p',
        sessionIdHash: new Uint8Array(),
        provenAt,
        hasSecondFactor: lockedRoles.length === 0,
        email: 'a@b.org',
        givenName: 'Ana',
        roles,
        lockedRoles
      }
    : null;
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the guards read these three fields alone
  const locals = { person, gateVersion: gate, now } as Event['locals'];
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

  it('ask who it is again once the last proof is ten minutes old, and lead back', () => {
    const after = (minutesSinceProof: number) =>
      anEvent('/me/settings/account?/email', { roles: ['clinician'], minutesSinceProof });
    expect(requireRecentProof(after(9))).toMatchObject({ givenName: 'Ana' });
    const asked = { status: 303, location: '/sign-in/again?returnTo=%2Fme%2Fsettings%2Faccount' };
    expect(thrownBy(() => requireRecentProof(after(10)))).toMatchObject(asked);
    const nobody = thrownBy(() => requireRecentProof(anEvent('/me/settings/account')));
    expect(nobody).toMatchObject({ location: '/sign-in?returnTo=%2Fme%2Fsettings%2Faccount' });
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

  it('say of a file that it has to be chosen again', async () => {
    const body = new FormData();
    body.set('title', 'Grand rounds');
    body.set('document', new File(['%PDF'], 'proof.pdf'));
    const request = new Request('http://localhost:3000/x', { method: 'POST', body });
    await expect(requireSender({ ...anEvent('/x'), request })).rejects.toMatchObject({
      body: {
        message:
          'You were signed out before this was saved. What you wrote is still here, but not the file that you chose: add it afterwards.',
        unsent: [{ name: 'title', value: 'Grand rounds' }]
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

  it('ask for the second factor where a role needs one, and give a long form back', async () => {
    const locked = { roles: ['clinician'], lockedRoles: ['educator'] } satisfies Asking;
    const step = { status: 303, location: '/sign-in/second-factor?returnTo=%2Fauthor%2Fimport' };
    expect(thrownBy(() => requireRole(anEvent('/author/import', locked), 'educator'))).toMatchObject(step);
    const either = () => requireOneOf(anEvent('/author/import', locked), ['admin', 'educator']);
    expect(thrownBy(either)).toMatchObject(step);
    expect(thrownBy(() => requireRole(anEvent('/admin', locked), 'admin'))).toMatchObject({ status: 403 });
    const post = (path: string) => {
      const body = new URLSearchParams({ stem: 'Which?' });
      const request = new Request(`http://localhost:3000${path}`, { method: 'POST', body });
      return requireSender({ ...anEvent(path, locked), request });
    };
    const unsent = [{ name: 'stem', value: 'Which?' }];
    await expect(post('/author/items/new')).rejects.toMatchObject({ status: 401, body: { unsent } });
    expect(await post('/me/settings'), 'everybody’s pages need none').toMatchObject({ id: 'p' });
  });

  it('ask at the gate again when its wording has changed', () => {
    const asked = { status: 303, location: '/gate?returnTo=%2Factivities%2Fx%2Flesson%2Foverview' };
    const path = '/activities/x/lesson/overview';
    expect(thrownBy(() => requireGate(anEvent(path)))).toMatchObject(asked);
    expect(thrownBy(() => requireGate(anEvent(path, { gate: '2019-01' })))).toMatchObject(asked);
    expect(thrownBy(() => requireGate(anEvent(path, { gate: GATE_VERSION })))).toBeNull();
  });
});
