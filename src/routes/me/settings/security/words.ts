/** The page to come back to after a change. */
export const SECURITY_PAGE = '/me/settings/security';

/** Why the last factor of somebody who needs one stays. */
export const LAST_FACTOR =
  'Your role needs a second factor, and this is your only one. Set up another one first, or replace it.';
