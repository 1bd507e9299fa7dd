import { registerHooks } from 'node:module';

/**
 * postgres.js 3.4.9 ends the whole process when a transaction goes on after its connection was lost: the write happens on
 * a socket that is null, in a timer that nobody can catch (porsager/postgres #1154, #1208; the mend is that of pull
 * request #1209, unmerged). With the mend the query is rejected like any other on a lost connection.
 */
const FAULTY = 'const x = socket.write(chunk, fn)';

const MENDED = `if (socket === null) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
    ${FAULTY}`;

const decoder = new TextDecoder();

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
      if (!source.includes(FAULTY))
        throw new Error('postgres.js has changed: see whether it still needs this mend.');
      return { ...loaded, source: source.replace(FAULTY, MENDED) };
    }
  });
}
