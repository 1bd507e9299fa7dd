import { newAccount, signUpByHttp } from '../support/accounts.ts';
import { SAMPLE } from '../support/learner.ts';
import type { Answer, Visitor } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

const LESSON = `/activities/${SAMPLE}/lesson/overview`;

/** Asks, and says whether the answer was one that was kept, by what the program counts. */
async function ask(visitor: Visitor, path: string) {
  const count = async () =>
    /^footnote_drawn_pages_total (\d+)/m.exec((await visitor.get('/metrics')).body)?.[1];
  const before = Number(await count());
  const answer = await visitor.get(path);
  return { answer, isDrawnBefore: Number(await count()) === before + 1 };
}

const OF_THE_LINE = ['connection', 'keep-alive', 'date'];

/** All of an answer but the nonce, which must be another one each time. */
function withoutNonce({ status, headers, body }: Answer) {
  const policy = headers.get('content-security-policy') ?? '';
  const [, nonce = 'none'] = /'nonce-([^']+)'/.exec(policy) ?? [];
  const plain = (text: string) => text.replaceAll(nonce, 'NONCE');
  const kept = [...headers].filter(([name]) => !OF_THE_LINE.includes(name));
  const facts = {
    status,
    headers: kept.map(([name, value]) => `${name}: ${plain(value)}`),
    body: plain(body)
  };
  return { nonce, facts };
}

test('a page that is kept is, to the byte, what the framework answers @both', async ({ app }) => {
  const given = (givenName: string) => signUpByHttp(app.origin, newAccount({ givenName }));
  const hostile = await given('<b>&amp;$&');
  // A query is the framework's to answer; the page is the same.
  const drawn = `${LESSON}?drawn`;
  await hostile.get(LESSON);
  await hostile.get(LESSON);
  const framework = await ask(hostile, drawn);
  const kept = [await ask(hostile, LESSON), await ask(hostile, LESSON)];
  expect([framework, ...kept].map(({ isDrawnBefore }) => isDrawnBefore)).toEqual([false, true, true]);
  const [first, ...more] = [framework, ...kept].map(({ answer }) => withoutNonce(answer));
  for (const one of more) expect(one.facts).toEqual(first?.facts);
  const nonces = [first, ...more].map((one) => one?.nonce);
  expect(new Set(nonces).size, 'a nonce of its own each').toBe(3);
  expect(first?.facts.body).toContain('&lt;b>&amp;amp;$&amp;');

  // Somebody else has it at once, with their own name, and it is noted that they were there.
  const other = await given('Benedikta');
  const others = await ask(other, LESSON);
  expect(others.isDrawnBefore).toBe(true);
  expect(others.answer.body).toContain('Benedikta');
  expect(withoutNonce(others.answer).facts).toEqual(withoutNonce(await other.get(drawn)).facts);
  expect((await other.get(`/activities/${SAMPLE}`)).body).toMatch(/1 of \d+ sections/);

  // The page of the activity follows what somebody does, and is the framework's in each state.
  const overview = `/activities/${SAMPLE}`;
  const seen: string[] = [];
  for (const path of [`${overview}/lesson/primary-and-acquired`, `${overview}/pretest`]) {
    await (path.endsWith('pretest') ? other.post(path) : other.get(path));
    await other.get(overview);
    const again = await ask(other, overview);
    expect(again.isDrawnBefore).toBe(true);
    expect(withoutNonce(again.answer).facts).toEqual(
      withoutNonce(await other.get(`${overview}?drawn`)).facts
    );
    seen.push(withoutNonce(again.answer).facts.body);
  }
  expect(new Set(seen).size).toBe(2);

  // Who has come as far is given the page of the other at once, and is led to their own attempt.
  const third = await given('Cecilia');
  await third.get(`${overview}/lesson/primary-and-acquired`);
  await third.get(LESSON);
  const { location: own } = await third.post(`${overview}/pretest`);
  const thirds = await ask(third, overview);
  expect(thirds.isDrawnBefore).toBe(true);
  expect(thirds.answer.body).toContain(String(own));
  expect(withoutNonce(thirds.answer).facts).toEqual(withoutNonce(await third.get(`${overview}?drawn`)).facts);

  // Who signs out is nobody at once.
  const cookie = other
    .cookies()
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
  await other.post('/sign-out');
  const left = await fetch(app.origin + LESSON, { headers: { cookie, accept: 'text/html' } });
  expect(await left.text()).not.toContain('Benedikta');
});

/** Beside the nonce each page has a key for its answer, and marks of the framework that no reader sees. */
const questionIn = (answer: Answer) => {
  const { status, body } = withoutNonce(answer).facts;
  const page = body.replaceAll(/<!--.*?-->/g, '').replace(/name="key" value="[^"]+"/, 'key');
  return { status, page };
};

/** A response to the first question that takes one option, as its page sends it; with it the address of the next. */
async function readyResponse(origin: string, learner: Visitor, attempt: string) {
  for (const position of [1, 2, 3, 4]) {
    const { body } = await learner.get(`${attempt}${position}`);
    const [, key = ''] = /name="key" value="([^"]+)"/.exec(body) ?? [];
    if (!body.includes('type="radio"')) continue;
    const cookie = learner.cookies().map(({ name, value }) => `${name}=${value}`);
    const common = { cookie: cookie.join('; '), accept: 'text/html', origin };
    /** `parts`: in the form's other encoding, which is the framework's to read. */
    const send = (parts: boolean, more: Record<string, string> = {}, option = 'a') => {
      const fields = new URLSearchParams({ sequence: '1', key, option });
      const body = parts ? new FormData() : fields;
      if (body instanceof FormData) for (const [name, value] of fields) body.append(name, value);
      const [method, headers] = ['POST', { ...common, ...more }];
      return fetch(`${origin}${attempt}${position}?/respond`, { method, headers, body, redirect: 'manual' });
    };
    return { next: `${attempt}${position + 1}`, send };
  }
  throw new Error('No question of this form takes one option.');
}

/** All of an answer to a form but how its end is told. */
const answerIn = async (response: Response) => {
  const { status, headers } = response;
  const facts = { status, headers, location: null, body: await response.text() };
  const { page } = questionIn(facts);
  const told = withoutNonce(facts).facts.headers.filter(
    (line) => !/^(transfer-encoding|content-length):/.test(line)
  );
  return { status, headers: told, page };
};

test('a question is, in front of the framework, what the framework answers, and comes with the answer before it @both', async ({
  app
}) => {
  const learner = await signUpByHttp(app.origin, newAccount({ givenName: 'Nina' }));
  const { location } = await learner.post(`/activities/${SAMPLE}/pretest`);
  const question = location ?? '';
  await learner.get(question);
  const [drawn, framework] = [await ask(learner, question), await learner.get(`${question}?drawn`)];
  expect(drawn.isDrawnBefore).toBe(true);
  expect(questionIn(drawn.answer)).toEqual(questionIn(framework));

  // The same response again and again: as the form sends it, and as the script does, which gets the next question with it.
  const { next, send } = await readyResponse(app.origin, learner, question.replace(/\d+$/, ''));
  const acknowledged = async () =>
    /^footnote_responses_acknowledged_total (\d+)/m.exec((await learner.get('/metrics')).body)?.[1];
  const before = Number(await acknowledged());
  for (const headers of [{}, { 'footnote-in-place': '1' }]) {
    const answered = await send(false, headers);
    // The framework sends what it leads on with in chunks.
    expect(answered.headers.has('content-length'), 'answered in front of the framework').toBe(true);
    const front = await answerIn(answered);
    expect(front).toEqual(await answerIn(await send(true, headers)));
    const way =
      'footnote-in-place' in headers
        ? { status: 200, name: 'content-location' }
        : { status: 303, name: 'location' };
    expect(front).toMatchObject({ status: way.status });
    expect(front.headers).toContain(`${way.name}: ${next}`);
  }
  const inPlace = await answerIn(await send(false, { 'footnote-in-place': '1' }));
  expect(inPlace.page).toBe(questionIn(await learner.get(next)).page);
  expect(Number(await acknowledged()), 'one response').toBe(before + 1);

  // What is refused is refused by the framework, which finds the form as it was sent.
  const refused = await answerIn(await send(false, {}, 'b'));
  expect(refused).toEqual(await answerIn(await send(true, {}, 'b')));
  expect(refused.status).toBe(409);
  const fromElsewhere = await send(false, { 'sec-fetch-site': 'cross-site' });
  expect(fromElsewhere.status).toBe(403);
});
