import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { executorOf, UNBOUND_ROUTES } from './executor-of.ts';

const nobodys = Symbol('all of it');

/** What a request is given to work with: everything, or what one person may see. */
function given(route: string | null, ...roles: ('clinician' | 'educator' | 'admin')[]): unknown {
  const asked: unknown[] = [];
  // Only told apart here, and never asked.
  const database = {
    get db(): Executor {
      asked.push(nobodys);
      return Reflect.get({}, 'db');
    },
    forPerson: (person: string | null): Executor => {
      asked.push(person);
      return Reflect.get({}, 'db');
    }
  };
  const person = roles.length === 0 ? null : { id: 'ada', roles };
  executorOf({ database, route, person });
  return asked[0];
}

it('binds a request to the person who is signed in, whatever they may be elsewhere', () => {
  expect(given('/attempts/[id]/[position]', 'clinician')).toBe('ada');
  expect(given('/me/transcript', 'admin', 'educator')).toBe('ada');
  expect(given('/activities/[slug]')).toBeNull();
  expect(given(null)).toBeNull();
});

it('opens the pages of educators and admins to them alone', () => {
  expect(given('/admin/people/[id]', 'admin')).toBe(nobodys);
  expect(given('/author/items/[id]', 'clinician', 'educator')).toBe(nobodys);
  expect(given('/certificates/[id]', 'admin')).toBe(nobodys);
  expect(given('/admin/people/[id]', 'clinician')).toBe('ada');
  expect(given('/admin/people/[id]')).toBeNull();
});

it('opens what finds by a secret to everybody, and nothing that only begins like it', () => {
  expect(given('/verify/[code]')).toBe(nobodys);
  expect(given('/follow-up/[token]', 'clinician')).toBe(nobodys);
  expect(given('/verifying')).toBeNull();
});

it.each([...UNBOUND_ROUTES.keys()])('%s is a route', (route) => {
  expect(existsSync(`src/routes${route}`)).toBe(true);
});
