import { createServer } from 'vite';
import { parseEnvironment } from '#lib/server/environment.ts';
import { publicAddress } from '#lib/server/public-address.ts';
import { startUp } from '#lib/server/start-up.ts';
import { reportStartError } from './explain-start-error.ts';

/** Vite with our environment. The database is opened first, so that what stands in the way is said plainly. */
async function start(): Promise<void> {
  const environment = parseEnvironment(process.env);
  const { host, port } = environment;
  const vite = await createServer({ server: { host, port, strictPort: true } });
  globalThis.footnote = startUp(process.env);
  const application = await globalThis.footnote;
  const stop = async () => {
    await vite.close();
    await application.close();
    process.exit(0);
  };
  // Vite's own listener ends the process before the database is closed.
  process.removeAllListeners('SIGTERM');
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  await vite.listen();
  const address = publicAddress({ ...environment, origin: null });
  await fetch(`${address}/readyz`);
  console.log(`Footnote (development) is ready at ${address}`);
}

try {
  await start();
} catch (error) {
  reportStartError(error);
  const application = await globalThis.footnote?.catch(() => null);
  await application?.close();
  process.exit(1);
}
