import { registerHooks } from 'node:module';

/** A place in the driver's source, and what stands there instead. */
type Mend = { faulty: string; mended: string };

/**
 * postgres.js 3.4.9 ends the whole process when a transaction goes on after its connection was lost: the write happens on
 * a socket that is null, in a timer that nobody can catch (porsager/postgres #1154, #1208; the mend is that of pull
 * request #1209, unmerged). With the mend the query is rejected like any other on a lost connection.
 */
const LOST_CONNECTION: Mend = {
  faulty: 'const x = socket.write(chunk, fn)',
  mended: `if (socket === null) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
    const x = socket.write(chunk, fn)`
};

/**
 * Rows that the server refuses after the last of them was sent (COPY … FROM STDIN, a constraint say) leave the writer
 * waiting for ever: the end of its stream is called back on success alone. With the mend it is told the error.
 */
const REFUSED_ROWS: Mend = {
  faulty: 'query && queryError(query, err)\n    initial &&',
  mended: 'final && (final(err), final = null)\n    query && queryError(query, err)\n    initial &&'
};

/**
 * A reader of rows (COPY … TO STDOUT) that was slow shortly before the end leaves the connection paused: nobody reads from it
 * any more, so the next query on it is never answered. With the mend it goes on when the rows have ended.
 */
const PAUSED_CONNECTION: Mend = {
  faulty: 'stream && stream.push(null)',
  mended: 'stream && (stream.push(null), socket.resume())'
};

/**
 * What was about to be written when a connection was lost stays in its buffer, with a timer that was cleared but is taken
 * for running: the next connection never sends its greeting and hangs until `connect_timeout`. The mend forgets both.
 */
const STALE_WRITE: Mend = {
  faulty: 'incomings = null\n    clearImmediate(nextWriteTimer)',
  mended: 'incomings = null\n    clearImmediate(nextWriteTimer)\n    nextWriteTimer = chunk = null'
};

/** A query that comes between the error of a socket and its end is never answered; with the mend it is rejected too. */
const FORGOTTEN_QUERY: Mend = {
  faulty: '!hadError && (query || sent.length) &&',
  // The source has no semicolons: without this one the line before would go on.
  mended: ';(query || sent.length) &&'
};

/**
 * Each row of COPY … TO STDOUT is a message, and the driver gives the reader each by itself: a million small chunks, three
 * views of memory each, which cost more than all else that a download does and leave tens of megabytes for the next
 * collection. COPY promises nothing about where its bytes are cut (PostgreSQL, "COPY Operations"), so the rows that arrived
 * together are pushed together: their bytes are moved over the headers between them, and of a row that is not whole the part
 * that is there goes on. Not where rows and replies share the connection (replication): there a message is a message.
 */
const GATHERED_ROWS: Mend[] = [
  {
    faulty: 'while (incoming.length > 4) {',
    mended: 'while ((incoming = gatherRows(incoming)).length > 4) {'
  },
  {
    faulty: 'async function connect() {',
    mended: `function gatherRows(x) {
    if (owed === 0 && (stream === null || stream.writable || x[0] !== 100))
      return x

    let from = 0, to = 0
    while (owed > 0 ? from < x.length : x.length - from > 4 && x[from] === 100) {
      if (owed === 0) {
        owed = x.readUInt32BE(from + 1) - 4
        from += 5
      }
      const size = Math.min(owed, x.length - from)
      x.copyWithin(to, from, from + size)
      owed -= size
      from += size
      to += size
    }
    stream && to > 0 && (stream.push(x.subarray(0, to)) || socket.pause())
    return x.subarray(from)
  }

  async function connect() {`
  },
  { faulty: ', rows = 0\n', mended: ', rows = 0\n    , owed = 0\n' },
  {
    faulty: 'incoming = Buffer.alloc(0)\n    remaining = 0',
    mended: 'incoming = Buffer.alloc(0)\n    remaining = owed = 0'
  }
];

const MENDS = [
  LOST_CONNECTION,
  REFUSED_ROWS,
  PAUSED_CONNECTION,
  STALE_WRITE,
  FORGOTTEN_QUERY,
  ...GATHERED_ROWS
];

const decoder = new TextDecoder();

function applyTo(source: string, { faulty, mended }: Mend): string {
  if (!source.includes(faulty))
    throw new Error('postgres.js has changed: see whether it still needs this mend.');
  return source.replace(faulty, mended);
}

let isMended = false;

/** Mends the driver while Node loads it. Call it before anything imports `postgres`. Throws where the driver has changed. */
export function mendPostgresDriver(): void {
  if (isMended) return;
  isMended = true;
  const hooks = registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      if (!url.endsWith('/postgres/src/connection.js')) return loaded;
      hooks.deregister();
      const source = typeof loaded.source === 'string' ? loaded.source : decoder.decode(loaded.source);
      return {
        ...loaded,
        source: MENDS.reduce(applyTo, source)
      };
    }
  });
}
