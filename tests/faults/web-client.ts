import { Agent, request } from 'node:http';

/** What came back. Redirects are not followed. */
export type Reply = { status: number; location: string | null; body: string };

/** Longer than an answer takes on the slow disk; whoever waits longer does not know the outcome. */
const PATIENCE = 20_000;

/** Connections that are kept open, as a browser keeps them. */
export type WebClient = {
  get: (path: string, cookie?: string) => Promise<Reply>;
  post: (path: string, fields: Record<string, string>, cookie: string) => Promise<Reply>;
  close: () => void;
};

type Sent = { method: string; path: string; body: string; headers: Record<string, string> };

function send(origin: URL, agent: Agent, { method, path, body, headers }: Sent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: origin.port, path, method, agent, headers },
      (response) => {
        response.once('error', reject);
        response.toArray().then(
          (chunks) =>
            resolve({
              status: response.statusCode ?? 0,
              location: response.headers.location ?? null,
              body: Buffer.concat(chunks).toString('utf8')
            }),
          reject
        );
      }
    );
    asked.once('error', reject);
    asked.setTimeout(PATIENCE, () => asked.destroy(new Error('no answer in time')));
    asked.end(body);
  });
}

/** Opens up to `sockets` connections to the program. */
export function newClient(address: string, sockets: number): WebClient {
  const origin = new URL(address);
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const common = { accept: 'text/html', host: origin.host, origin: origin.origin };
  return {
    get: (path, cookie = '') =>
      send(origin, agent, { method: 'GET', path, body: '', headers: { ...common, cookie } }),
    post: (path, fields, cookie) => {
      const body = new URLSearchParams(fields).toString();
      const form = {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(body))
      };
      return send(origin, agent, { method: 'POST', path, body, headers: { ...common, ...form, cookie } });
    },
    close: () => agent.destroy()
  };
}
