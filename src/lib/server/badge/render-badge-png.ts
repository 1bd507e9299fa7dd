import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const require = createRequire(import.meta.url);

/** Loaded when the first badge is drawn: it takes 2.5 MB. */
let ready: Promise<void> | null = null;

function load(): Promise<void> {
  ready ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then((bytes) => initWasm(bytes));
  return ready;
}

/** A drawing of ours as PNG, `width` pixels wide on a transparent ground. */
export async function renderBadgePng(svg: string, width = 600): Promise<Uint8Array> {
  await load();
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { fontBuffers: [] } });
  const image = drawing.render();
  const png = new Uint8Array(image.asPng());
  image.free();
  drawing.free();
  return png;
}
