/** Pauses before the second and the third try, in milliseconds. */
const PAUSES = [500, 1_500];

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Fetches what has no effect, and asks again twice where the network loses it: a page without its script is worth less. */
export async function fetchPatiently(what: RequestInfo, init: RequestInit = {}): Promise<Response> {
  for (const pause of PAUSES) {
    const answer = await fetch(what, init).catch(() => null);
    if (answer) return answer;
    await wait(pause);
  }
  return fetch(what, init);
}
