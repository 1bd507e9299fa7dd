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

/** What came back for a form that was sent. `path`: of the page, `html`, that it led to. */
type SendingAnswer = { status: number; redirected: boolean; path: string; html: string };

const isSignIn = ({ redirected, path }: SendingAnswer): boolean => redirected && path === '/sign-in';

/** Whether it is the program that answered: its pages for somebody who is signed in name whose they are. */
export const isFromProgram = (answer: SendingAnswer): boolean =>
  isSignIn(answer) || answer.html.includes('<meta name="footnote-owner"');

/**
 * Reads the answer to a response that was sent. Only what the program itself says counts: a proxy of a hotel or hospital
 * may answer anything to anybody, and one in front of a program that is being replaced says 404 for it. Neither must pass
 * for a commit, nor for a refusal after which the response would be forgotten.
 */
export function outcomeOfSending(answer: SendingAnswer): SendingOutcome {
  const { status, redirected, path } = answer;
  if (isSignIn(answer)) return 'signed-out';
  if (!isFromProgram(answer)) return 'unknown';
  if (redirected && status < 400 && path.startsWith('/attempts/')) return 'stored';
  return !redirected && SAID.includes(status) ? 'refused' : 'unknown';
}
