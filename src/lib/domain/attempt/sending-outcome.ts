/**
 * What became of a response that a browser sent. `stored`: committed, the server has led on from it; `refused`: the page
 * that came says why; `signed-out`: nobody took it, the person must sign in; `unknown`: nobody can tell, so it is sent again.
 */
export type SendingOutcome = 'stored' | 'refused' | 'signed-out' | 'unknown';

/**
 * Of a request by a script that shows pages in place: the page that it would be led on to may come with the answer, under
 * the address in `content-location`.
 */
export const IN_PLACE_HEADER = 'footnote-in-place';

/** Statuses by which a question's page says what it made of a response. */
const SAID = [400, 404, 409, 413];

/**
 * Reads the answer to a response that was sent. Only what the program itself says counts: a proxy of a hotel or hospital
 * may answer anything to anybody, and an answer of its own must not pass for a commit.
 */
export function outcomeOfSending({
  status,
  redirected,
  path
}: {
  status: number;
  redirected: boolean;
  path: string;
}): SendingOutcome {
  if (redirected && path === '/sign-in') return 'signed-out';
  if (redirected && status < 400 && path.startsWith('/attempts/')) return 'stored';
  return !redirected && SAID.includes(status) ? 'refused' : 'unknown';
}
