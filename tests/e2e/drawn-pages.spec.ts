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

/** Answers the first question that takes one option as the script of its page does; with it the address of the next. */
async function answerInPlace(origin: string, learner: Visitor, attempt: string): Promise<[string, Response]> {
  for (const position of [1, 2, 3, 4]) {
    const { body } = await learner.get(`${attempt}${position}`);
    const [, key = ''] = /name="key" value="([^"]+)"/.exec(body) ?? [];
    if (!body.includes('type="radio"')) continue;
    const cookie = learner.cookies().map(({ name, value }) => `${name}=${value}`);
    const headers = { cookie: cookie.join('; '), accept: 'text/html', origin, 'footnote-in-place': '1' };
    const fields = new URLSearchParams({ sequence: '1', key, option: 'a' });
    const response = await fetch(`${origin}${attempt}${position}?/respond`, {
      method: 'POST',
      headers,
      body: fields
    });
    return [`${attempt}${position + 1}`, response];
  }
  throw new Error('No question of this form takes one option.');
}

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
  const [next, sent] = await answerInPlace(app.origin, learner, question.replace(/\d+$/, ''));
  expect(sent.status).toBe(200);
  expect(sent.headers.get('content-location')).toBe(next);
  const shown = { status: 200, headers: sent.headers, location: null, body: await sent.text() };
  expect(questionIn(shown)).toEqual(questionIn(await learner.get(next)));
});
