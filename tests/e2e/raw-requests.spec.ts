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

test('TRACE gives nothing back', async ({ app }) => {
  const { host, hostname, port } = new URL(app.origin);
  const text = await new Promise<string>((done, fail) => {
    let received = '';
    const socket = connect(Number(port), hostname, () =>
      socket.write(
        ['TRACE / HTTP/1.1', `Host: ${host}`, 'X-Secret: 4711', 'Connection: close', '', ''].join('\r\n')
      )
    );
    socket.setEncoding('utf8').on('data', (chunk) => (received += chunk.toString()));
    socket.on('error', fail);
    socket.on('close', () => done(received));
  });
  expect(text).toMatch(/^HTTP\/1\.1 40[05]/);
  expect(text).not.toContain('4711');
});

test('no file of the program, and no list of files, can be asked for', async ({ app }) => {
  const paths = [
    '.git/config',
    '.git/HEAD',
    'package.json',
    '.env',
    'data/signing-secret',
    'src/hooks.server.ts',
    '_app/'
  ];
  const odd = [
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/etc/passwd',
    '_app/..%5c..%5cpackage.json',
    '_app/immutable/'
  ];
  for (const path of [...paths, ...odd]) {
    const response = await fetch(`${app.origin}/${path}`);
    expect.soft([400, 404], path).toContain(response.status);
    expect.soft(await response.text(), path).not.toMatch(/"dependencies"|root:x:0|Index of/);
  }
});
