import {
  createServer,
  request as ask,
  type IncomingMessage,
  type Server,
  type ServerResponse
} from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '#lib/domain/attempt/seeded-random.ts';

/** How a network behaves. `loss`: the share of requests that fail; half of them before the server hears of them, half after. */
export type Weather = { loss: number; latencyMs: number };

/** What became of the requests that carried a response to a question. */
export type Counts = { arrived: number; lostBefore: number; lostAfter: number };

/** A network between browser and program that can be made bad. */
export type BadNetwork = {
  /** Where the browser finds the program. */
  origin: string;
  port: number;
  be: (weather: Weather) => void;
  /** Nothing passes any more. */
  cut: () => void;
  mend: () => void;
  counts: Counts;
  close: () => Promise<void>;
};

type Way = { target: number; lostBefore: () => boolean; lostAfter: () => boolean };

function bodyOf(message: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => resolve(Buffer.concat(chunks)));
    message.on('error', reject);
  });
}

/** Asks the program, and gives its answer when it is whole. */
function pass(request: IncomingMessage, body: Buffer, port: number) {
  return new Promise<{ answer: IncomingMessage; body: Buffer }>((resolve, reject) => {
    const { method, url, headers } = request;
    const passed = ask({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      bodyOf(answer).then((whole) => resolve({ answer, body: whole }), reject);
    });
    passed.on('error', reject);
    passed.end(body);
  });
}

async function serve(request: IncomingMessage, response: ServerResponse, way: Way): Promise<void> {
  const lose = () => request.socket.destroy();
  const body = await bodyOf(request);
  if (way.lostBefore()) {
    lose();
    return;
  }
  const { answer, body: whole } = await pass(request, body, way.target);
  if (way.lostAfter()) {
    lose();
    return;
  }
  // Each request has a connection of its own: a browser repeats by itself what fails on one that it knows.
  response.writeHead(answer.statusCode ?? 502, { ...answer.headers, connection: 'close' });
  response.end(whole);
}

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

const isResponse = ({ method, url }: IncomingMessage) =>
  method === 'POST' && url?.includes('?/respond') === true;

/** Opens a network of its own at `port` that leads to the program at `target`. It is a good one until told otherwise. */
export async function openBadNetwork({
  port,
  target,
  seed
}: {
  port: number;
  target: number;
  seed: number;
}): Promise<BadNetwork> {
  let weather: Weather = { loss: 0, latencyMs: 0 };
  let isCut = false;
  const counts: Counts = { arrived: 0, lostBefore: 0, lostAfter: 0 };
  // Responses have a row of chances of their own, so that other requests do not shift it.
  const chances = { response: seededRandom(seed), other: seededRandom(seed + 1) };
  const server = createServer((request, response) => {
    const counted = isResponse(request) ? counts : null;
    const chance = chances[counted ? 'response' : 'other']();
    const way = {
      target,
      lostBefore: () => {
        const isLost = isCut || chance < weather.loss / 2;
        if (counted) counted[isLost ? 'lostBefore' : 'arrived'] += 1;
        return isLost;
      },
      lostAfter: () => {
        const isLost = isCut || (chance >= weather.loss / 2 && chance < weather.loss);
        if (counted && isLost) counted.lostAfter += 1;
        return isLost;
      }
    };
    void wait(weather.latencyMs)
      .then(() => serve(request, response, way))
      .catch(() => request.socket.destroy());
  });
  await listen(server, port);
  return {
    origin: `http://localhost:${port}`,
    port,
    be: (next) => {
      weather = next;
    },
    cut: () => {
      isCut = true;
      server.closeAllConnections();
    },
    mend: () => {
      isCut = false;
    },
    counts,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
}
