import type { Database, Executor } from '#lib/server/db/index.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';

/**
 * Where the database is asked without regard to who asks, and why: these find by a secret, by a code or by a role what
 * is not, or not yet, the asker's own. Everywhere else a request sees of learners' data what belongs to the person who
 * is signed in (docs/decisions, “The second wall”). What stands here covers the routes below it.
 */
export const UNBOUND_ROUTES = new Map<string, string>(
  Object.entries({
    '/sign-in': 'finds an account before it is known whose it is',
    '/sign-up': 'makes a person, with profile and role',
    '/confirm-email': 'proves an address, by a token',
    '/reset-password': 'finds an account before it is known whose it is, and lets it in by a token',
    '/sign-out': 'writes down the end of a session that is over already',
    '/set-up/[token]': 'makes the first admin, by a token',
    '/gate': 'writes down what a browser answered, of whom nobody knows who it is',
    '/me/settings/privacy/my-data.zip': 'holds what others did to a person’s records, from the audit log',
    '/verify': 'anybody checks anybody’s document, by its code',
    '/badges': 'programs elsewhere read keys, achievements and lists of revoked badges',
    '/transcripts/[token]': 'shows a transcript that its owner shared, by a token',
    '/follow-up/[token]': 'takes a learner’s answers without a sign-in, by a token',
    '/unsubscribe/[token]': 'ends letters without a sign-in, by a token',
    '/api': 'acts for programs, by a token with scopes',
    '/metrics': 'counts what waits in all, and tells of nobody'
  })
);

/** Where educators and admins see all learners, as far as the guards let them in: admins open anybody's certificate. */
const STAFF_ROUTES = ['/admin', '/author', '/certificates/[id]', '/certificates/[id].pdf'];

const isBelow = (route: string) => (folder: string) => route === folder || route.startsWith(`${folder}/`);

type Asked = {
  database: Pick<Database, 'db' | 'forPerson'>;
  route: string | null;
  person: Pick<SignedInPerson, 'id' | 'roles'> | null;
};

/** The database as this request may see it. */
export function executorOf({ database, route, person }: Asked): Executor {
  const isStaff = person?.roles.some((role) => role !== 'clinician') === true;
  const open = isStaff ? [...UNBOUND_ROUTES.keys(), ...STAFF_ROUTES] : [...UNBOUND_ROUTES.keys()];
  if (route !== null && open.some(isBelow(route))) return database.db;
  return database.forPerson(person?.id ?? null);
}
