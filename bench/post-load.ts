import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** One form that a browser sends. */
export type Post = { path: string; cookie: string; body: string };

/** What a run of posts came to: the milliseconds of each, and the share of a core that sending them took. */
export type Posted = { times: number[]; perSecond: number; clientShare: number };

/** Sends a form on a connection that stays open. Throws where the answer is not the way on. */
function send(agent: Agent, origin: string, { path, cookie, body }: Post): Promise<void> {
  const headers = {
    accept: 'text/html',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'sec-fetch-site': 'same-origin',
    origin,
    cookie
  };
  return new Promise((resolve, reject) => {
    const sent = request(origin + path, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.once('error', reject);
      answer.once('end', () => {
        if (answer.statusCode === 303) resolve();
        else reject(new Error(`${path} answered ${answer.statusCode}.`));
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Does the work with connections of its own, and adds up what it came to. */
async function measured(
  connections: number,
  work: (agent: Agent, times: number[]) => Promise<void>
): Promise<Posted> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const [start, before] = [performance.now(), process.cpuUsage()];
  try {
    await work(agent, times);
  } finally {
    agent.destroy();
  }
  const [ms, { user, system }] = [performance.now() - start, process.cpuUsage(before)];
  return { times, perSecond: (times.length * 1000) / ms, clientShare: (user + system) / 1000 / ms };
}

/** Some clients (eight, if nothing is said), each of which sends the next form when the one before is answered. */
export function postAtFullLoad(
  origin: string,
  { next, seconds, clients = 8 }: { next: () => Post; seconds: number; clients?: number }
): Promise<Posted> {
  return measured(clients, async (agent, times) => {
    const end = performance.now() + seconds * 1000;
    const client = async () => {
      while (performance.now() < end) {
        const start = performance.now();
        await send(agent, origin, next());
        times.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
  });
}

/** Forms that arrive at a steady pace whether earlier ones are answered or not; times count from when each was due. */
export function postAtPace(
  origin: string,
  { next, seconds, pace }: { next: () => Post; seconds: number; pace: number }
): Promise<Posted> {
  return measured(64, async (agent, times) => {
    const start = performance.now();
    const sent: Promise<void>[] = [];
    for (let nth = 0; nth < pace * seconds; nth += 1) {
      const due = start + (nth * 1000) / pace;
      if (due - performance.now() > 1) await wait(due - performance.now());
      const answered = send(agent, origin, next()).then(() => void times.push(performance.now() - due));
      // Looked at below, once all are sent.
      answered.catch(() => null);
      sent.push(answered);
    }
    await Promise.all(sent);
  });
}
