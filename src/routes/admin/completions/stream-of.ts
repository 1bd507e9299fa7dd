type Bytes = Uint8Array;

/**
 * Bytes in chunks as the body of a response. The first chunk is awaited here, so that a failure at the start is an error
 * page; a later one breaks the transfer, which a browser shows as a failed download.
 */
export async function streamOf(chunks: AsyncGenerator<Bytes, void>): Promise<ReadableStream<Bytes>> {
  let first: IteratorResult<Bytes, void> | null = await chunks.next();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = first ?? (await chunks.next());
      first = null;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await chunks.return(undefined);
    }
  });
}
