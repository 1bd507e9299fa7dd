import { Agent, createServer, get, request, type IncomingMessage, type ServerResponse } from 'node:http';

/** Longer than a check takes to come back on a busy machine, shorter than any drain. */
const CHECK_EVERY = 200;

type Backend = { port: number; agent: Agent; isReady: boolean };

/** A load balancer as small as it may be: asks /readyz, passes requests on in turn, and tries nothing twice. */
export type Balancer = {
  origin: string;
  add: (port: number) => void;
  remove: (port: number) => void;
  /** Whether it sends requests to the process on this port. */
  isReady: (port: number) => boolean;
  close: () => Promise<void>;
};

function check(backend: Backend): Promise<void> {
  return new Promise((resolve) => {
    const settle = (isReady: boolean) => {
      backend.isReady = isReady;
      resolve();
    };
    const asked = get(
      { host: '127.0.0.1', port: backend.port, path: '/readyz', timeout: 2000 },
      (response) => {
        response.resume();
        settle(response.statusCode === 200);
      }
    );
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => settle(false));
  });
}

/** What a proxy in front of Footnote has to say (docs/operations.md). */
function forwardedHeaders({ headers }: IncomingMessage) {
  return { ...headers, 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' };
}

function passOn(backend: Backend, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url: path } = incoming;
  const { port, agent } = backend;
  const fail = () => {
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502).end();
  };
  const headers = forwardedHeaders(incoming);
  const onward = request({ host: '127.0.0.1', port, agent, method, path, headers }, (answer) => {
    const kept = { ...answer.headers };
    delete kept.connection;
    outgoing.writeHead(answer.statusCode ?? 502, kept);
    answer.once('error', fail);
    answer.pipe(outgoing);
  });
  onward.once('error', fail);
  incoming.pipe(onward);
}

/** Starts a balancer on a port. */
export async function startBalancer(port: number): Promise<Balancer> {
  const backends = new Map<number, Backend>();
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const ready = [...backends.values()].filter(({ isReady }) => isReady);
    const backend = ready[(turn += 1) % ready.length];
    if (backend) passOn(backend, incoming, outgoing);
    else outgoing.writeHead(503).end();
  });
  const checking = setInterval(() => {
    for (const backend of backends.values()) void check(backend);
  }, CHECK_EVERY);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${port}`,
    add: (one) => backends.set(one, { port: one, agent: new Agent({ keepAlive: true }), isReady: false }),
    remove: (one) => backends.delete(one),
    isReady: (one) => backends.get(one)?.isReady === true,
    close: async () => {
      clearInterval(checking);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
}
