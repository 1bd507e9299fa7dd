import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';

const listSchema = v.tuple([v.object({ webSocketDebuggerUrl: v.string() })]);
const answerSchema = v.object({ id: v.number(), result: v.unknown() });
const heapSchema = v.object({ usedSize: v.number() });

/** Where the inspector of a program listens, which it opens when it is sent SIGUSR1. */
async function addressOf(pid: number, port: number): Promise<string> {
  process.kill(pid, 'SIGUSR1');
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
    if (answer?.ok) return v.parse(listSchema, await answer.json())[0].webSocketDebuggerUrl;
    await wait(50);
  }
  throw new Error(`The inspector of process ${pid} did not open.`);
}

async function ask(socket: WebSocket, id: number, method: string): Promise<unknown> {
  const answered = new Promise<unknown>((resolve) => {
    const read = ({ data }: MessageEvent) => {
      const answer = v.safeParse(answerSchema, JSON.parse(String(data)));
      if (!answer.success || answer.output.id !== id) return;
      socket.removeEventListener('message', read);
      resolve(answer.output.result);
    };
    socket.addEventListener('message', read);
  });
  socket.send(JSON.stringify({ id, method }));
  return answered;
}

/**
 * Has a Node program throw away what nothing holds, and gives the megabytes of its heap that are left. The program was
 * started with `NODE_OPTIONS=--inspect-port=127.0.0.1:<port>`; the inspector is open from the first time on.
 */
export async function collectGarbage(pid: number, port: number): Promise<number> {
  const socket = new WebSocket(await addressOf(pid, port));
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  try {
    await ask(socket, 1, 'HeapProfiler.collectGarbage');
    await ask(socket, 2, 'HeapProfiler.collectGarbage');
    return v.parse(heapSchema, await ask(socket, 3, 'Runtime.getHeapUsage')).usedSize / 1024 / 1024;
  } finally {
    socket.close();
  }
}
