import type { FieldProblem } from './field-problem.ts';

/** Why an institution was not saved, at the field of its form. */
export const INSTITUTION_SAVE_PROBLEMS = {
  'issuer-taken': { field: 'issuer', message: 'Another institution here has this issuer already' },
  'issuer-in-use': {
    field: 'issuer',
    message:
      'People are connected by this issuer, and at another one the same name may be somebody else. Add a new institution instead.'
  },
  'no-signing-secret': {
    field: 'secret',
    message:
      'A client secret is stored sealed only. Set SIGNING_SECRET on the server first, or use a public client.'
  },
  'changed-meanwhile': {
    field: 'name',
    message:
      'Somebody else changed this institution meanwhile. Open the page again and make your change there.'
  }
} satisfies Record<string, FieldProblem>;
