import { connect } from 'node:net';
import { expect, test } from './fixtures.ts';

/** Sends bytes as they are and gives the first lines of all answers on that connection. */
function sendRaw(origin: string, lines: string[]): Promise<string[]> {
  const { hostname, port } = new URL(origin);
  return new Promise((done, fail) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(lines.join('\r\n')));
    socket.setEncoding('latin1').setTimeout(2000, () => socket.end());
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', fail);
    socket.on('close', () => done(text.match(/^HTTP\/1\.1 \d{3}/gm) ?? []));
  });
}

/** Two readers could see the end of such a request at different places: what is left would be a request of its own. */
const AMBIGUOUS = {
  'a length and chunks': ['Content-Length: 6', 'Transfer-Encoding: chunked', '', '0', '', 'GET'],
  'two lengths': ['Content-Length: 5', 'Content-Length: 9', '', 'a=b&c', ''],
  'chunks under another name': ['Transfer-Encoding: chunked, identity', '', '0', '', ''],
  'a space before the colon': ['Content-Length : 5', '', 'a=b&c', ''],
  'a header that goes on in the next line': ['X-One: 1', ' two', 'Content-Length: -1', '', '']
};

for (const [title, rest] of Object.entries(AMBIGUOUS)) {
  test(`a request with ${title} is refused, and nothing of it is taken for another`, async ({ app }) => {
    const { host } = new URL(app.origin);
    const answers = await sendRaw(app.origin, ['POST /gate HTTP/1.1', `Host: ${host}`, ...rest]);
    expect(answers).toEqual(['HTTP/1.1 400']);
  });
}

test('a line break in an address ends no header', async ({ app }) => {
  const response = await fetch(`${app.origin}/sign-in?returnTo=/me%0d%0aset-cookie:%20a=b`, {
    redirect: 'manual'
  });
  expect(response.headers.get('set-cookie') ?? '').not.toContain('a=b');
});
