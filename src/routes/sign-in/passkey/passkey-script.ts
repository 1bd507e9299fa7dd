import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON
} from '@simplewebauthn/browser';

/* Shows the buttons for passkeys where the browser knows them. Without this script the other ways to sign in remain. */

const FAILED = 'That did not work. Try again, or use another way.';

/** Somebody who closed the browser's window knows that they did. */
const wordsFor = (cause: unknown) =>
  cause instanceof Error && cause.name === 'NotAllowedError' ? 'No passkey was used.' : FAILED;

class Refused extends Error {}

/** Answers are ours: their form is as the endpoints give it. */
async function post<Answer>(address: string, body: unknown): Promise<Answer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'manual'
  });
  // Who they are must be proven again first: the page leads there.
  if (response.type === 'opaqueredirect') location.assign(location.href);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- see above
  const answer: Answer & { message?: string } = await response.json();
  if (!response.ok) throw new Refused(answer.message ?? FAILED);
  return answer;
}

async function run(place: HTMLElement): Promise<void> {
  const { address = '', query = '', to = '/', asks } = place.dataset;
  const options = `${address}/options${query}`;
  if (asks === 'register') {
    const optionsJSON = await post<PublicKeyCredentialCreationOptionsJSON>(options, {});
    const name = place.querySelector('input')?.value ?? '';
    await post(address + query, { name, response: await startRegistration({ optionsJSON }) });
  } else {
    const optionsJSON = await post<PublicKeyCredentialRequestOptionsJSON>(options, {});
    await post(address + query, await startAuthentication({ optionsJSON }));
  }
  location.assign(to);
}

for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const status = place.querySelector('[role=alert]');
  place.hidden = !browserSupportsWebAuthn();
  place.querySelector('button')?.addEventListener('click', () => {
    run(place).catch((cause: unknown) => {
      if (status) status.textContent = cause instanceof Refused ? cause.message : wordsFor(cause);
    });
  });
}
