import { connect, createServer, type Socket } from 'node:net';

/** Where the connection breaks: before the statement reaches the server, or before its answer reaches the client. */
export type Break = { atStatement: number; side: 'before' | 'after' };

/** A way to a Postgres server that counts statements, and breaks the connection at one of them. */
export type BreakingWire = {
  url: string;
  /** Counts from one again; null: nothing breaks. */
  arm: (next: Break | null) => void;
  /** Statements since it was armed. */
  count: () => number;
  close: () => Promise<void>;
};

/** Tags of messages that run a statement: a simple query, and the execution of a prepared one. */
const RUNS = new Set(['Q', 'E'].map((tag) => tag.charCodeAt(0)));

/**
 * Counts the statements in what a client sends. A message is a tag of one byte and a length of four; the first message of
 * a connection has no tag (PostgreSQL documentation, "Message formats").
 */
function statementCounter(): (chunk: Buffer) => number {
  let rest = Buffer.alloc(0);
  let tagBytes = 0;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    let statements = 0;
    while (rest.length >= tagBytes + 4) {
      const length = tagBytes + rest.readUInt32BE(tagBytes);
      if (rest.length < length) break;
      if (tagBytes === 1 && RUNS.has(rest[0] ?? 0)) statements += 1;
      rest = rest.subarray(length);
      tagBytes = 1;
    }
    return statements;
  };
}

function join(client: Socket, server: Socket, onStatements: (count: number) => Break['side'] | null): void {
  const countIn = statementCounter();
  let isLost = false;
  const lose = () => {
    client.destroy();
    server.destroy();
  };
  client.on('data', (chunk) => {
    const side = onStatements(countIn(chunk));
    if (side === 'before') {
      lose();
      return;
    }
    isLost ||= side === 'after';
    server.write(chunk);
  });
  // The answer is there, so the statement was carried out; the client never hears of it.
  server.on('data', (chunk) => (isLost ? lose() : client.write(chunk)));
  for (const socket of [client, server]) socket.on('close', lose).on('error', lose);
}

/** Opens a port of its own that leads to the server of `databaseUrl`. */
export async function openBreakingWire(databaseUrl: string): Promise<BreakingWire> {
  const target = new URL(databaseUrl);
  let armed: Break | null = null;
  let counted = 0;
  const onStatements = (count: number) => {
    const before = counted;
    counted += count;
    const isHere = armed !== null && before < armed.atStatement && counted >= armed.atStatement;
    return isHere && armed !== null ? armed.side : null;
  };
  const server = createServer((client) => {
    join(client, connect(Number(target.port || 5432), target.hostname || '127.0.0.1'), onStatements);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  const address = server.address();
  url.host = `127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  return {
    url: url.href,
    arm: (next) => {
      armed = next;
      counted = 0;
    },
    count: () => counted,
    close: () => new Promise((resolve) => server.close(() => resolve()))
  };
}
