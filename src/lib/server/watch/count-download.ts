import { meters } from './meters.ts';

/** Bytes on their way to a reader, counted as they leave, and the download as under way until it ends, whichever way. */
export async function* countDownload(
  chunks: AsyncGenerator<Uint8Array, void>
): AsyncGenerator<Uint8Array, void> {
  const { downloads, downloadBytes } = meters();
  downloads.inc();
  try {
    for await (const chunk of chunks) {
      downloadBytes.inc(chunk.length);
      yield chunk;
    }
  } finally {
    downloads.dec();
  }
}
