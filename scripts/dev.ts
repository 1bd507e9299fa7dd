import { createServer } from 'vite';
import { parseEnvironment } from '#lib/server/environment.ts';
import { publicAddress } from '#lib/server/start-up.ts';
import { reportStartError } from './explain-start-error.ts';

/** Vite with our environment, and the database opened now rather than at the first request. */
async function start(): Promise<void> {
  const { host, port, ...rest } = parseEnvironment(process.env);
  const vite = await createServer({ server: { host, port, strictPort: true } });
  await vite.listen();
  const address = publicAddress({ host, port, ...rest, origin: null });
  await fetch(`${address}/readyz`);
  await globalThis.footnote;
  console.log(`Footnote (development) is ready at ${address}`);
  const stop = async () => {
    await vite.close();
    await (await globalThis.footnote)?.database.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

try {
  await start();
} catch (error) {
  reportStartError(error);
  process.exit(1);
}
