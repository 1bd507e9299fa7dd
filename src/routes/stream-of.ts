import { countDownload } from '#lib/server/watch/count-download.ts';

type Bytes = Uint8Array;

/** A reader that takes nothing for so long, in milliseconds, has gone; what it holds open is needed by others. */
const PATIENCE = 10 * 60_000;

/**
 * Bytes in chunks as the body of a response. The first chunk is awaited here, so that a failure at the start is an error
 * page; a later one breaks the transfer, which a browser shows as a failed download. So does a reader that stalls.
 */
export async function streamOf(source: AsyncGenerator<Bytes, void>): Promise<ReadableStream<Bytes>> {
  const chunks = countDownload(source);
  let first: IteratorResult<Bytes, void> | null = await chunks.next();
  let stalled: NodeJS.Timeout | undefined;
  const leave = () => chunks.return(undefined);
  const start = (controller: ReadableStreamDefaultController<Bytes>) => {
    stalled = setTimeout(() => {
      controller.error(new Error('The reader of a download has stalled.'));
      void leave();
    }, PATIENCE).unref();
  };
  return new ReadableStream({
    start,
    pull: async (controller) => {
      const { done, value } = first ?? (await chunks.next());
      first = null;
      stalled?.refresh();
      if (!done) {
        controller.enqueue(value);
        return;
      }
      clearTimeout(stalled);
      controller.close();
    },
    cancel: async () => {
      clearTimeout(stalled);
      await leave();
    }
  });
}
