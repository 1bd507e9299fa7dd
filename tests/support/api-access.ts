import type { ApiScope } from '#lib/domain/identity/api-scope.ts';
import { all, anyone, type Access } from './access-verdicts.ts';

/** A route of the API, with the scope that a token needs; null: it needs none. */
export type ApiAccess = Access & { scope: ApiScope | null };

/** The API asks for a token: whoever is signed in counts for nothing. */
const byToken = all(401);

/** Every route of the API. */
export const API_ACCESS: ApiAccess[] = [
  { route: '/api/v1/openapi.json', ...anyone, scope: null },
  { route: '/api/v1/activities', get: byToken, scope: 'completions:read' },
  { route: '/api/v1/completions', get: byToken, scope: 'completions:read' },
  {
    route: '/api/v1/completions/export.[format]',
    path: '/api/v1/completions/export.csv',
    get: byToken,
    scope: 'exports:make'
  },
  { route: '/api/v1/exports', actions: { POST: byToken }, scope: 'exports:make' },
  {
    route: '/api/v1/exports/[id]',
    path: '/api/v1/exports/none',
    get: byToken,
    actions: { DELETE: byToken },
    scope: 'exports:make'
  },
  {
    route: '/api/v1/exports/[id]/file',
    path: '/api/v1/exports/none/file',
    get: byToken,
    scope: 'exports:make'
  },
  { route: '/api/v1/outcomes', get: byToken, scope: 'outcomes:read' },
  { route: '/api/v1/outcomes/[id]', path: '/api/v1/outcomes/none', get: byToken, scope: 'outcomes:read' }
];
