import { all, anyone, type Access } from './access-verdicts.ts';

/** The API asks for a token: whoever is signed in counts for nothing (tests/e2e/api.spec.ts shows tokens). */
const byToken = all(401);

/** Every route of the API. */
export const API_ACCESS: Access[] = [
  { route: '/api/v1/openapi.json', ...anyone },
  { route: '/api/v1/activities', get: byToken },
  { route: '/api/v1/completions', get: byToken },
  { route: '/api/v1/completions/export.[format]', path: '/api/v1/completions/export.csv', get: byToken },
  { route: '/api/v1/exports', actions: { POST: byToken } },
  { route: '/api/v1/exports/[id]', path: '/api/v1/exports/none', get: byToken, actions: { DELETE: byToken } },
  { route: '/api/v1/exports/[id]/file', path: '/api/v1/exports/none/file', get: byToken },
  { route: '/api/v1/outcomes', get: byToken },
  { route: '/api/v1/outcomes/[id]', path: '/api/v1/outcomes/none', get: byToken }
];
