import type { IncomingMessage } from 'node:http';

function take(request: IncomingMessage, length: number): Buffer | null {
  const chunk: unknown = request.read(length);
  return Buffer.isBuffer(chunk) && chunk.length === length ? chunk : null;
}

/**
 * The whole body of a request that says how long it is. Not to its end, which nobody has heard of yet: so it can be put
 * back with `unshift`, for another to read as if nobody had. Null: the request broke off.
 */
export function takeBody(request: IncomingMessage, length: number): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const settle = (body: Buffer | null) => {
      request.off('readable', look).off('close', breakOff);
      resolve(body);
    };
    const look = () => {
      const body = take(request, length);
      if (body !== null) settle(body);
    };
    const breakOff = () => settle(null);
    request.on('readable', look).on('close', breakOff);
  });
}
