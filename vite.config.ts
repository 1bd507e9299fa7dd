import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

/**
 * Pages whose framework stays on the server have at most one small script (`?worker&url`). It belongs in this folder,
 * which SvelteKit copies from the server's build to the browser's; left in `workers/`, it would be missing there.
 */
const entryFileNames = '_app/immutable/assets/[name]-[hash].js';
const pageScripts: Plugin = {
  name: 'page-scripts',
  config: { order: 'post', handler: () => ({ worker: { rolldownOptions: { output: { entryFileNames } } } }) }
};

/**
 * Taken into the built server rather than loaded beside it. Node reads the list of its entrances, 180 kB, anew for each file
 * that imports it: that was half of the processor time of a start.
 */
const taken = ['drizzle-orm'];

export default defineConfig(({ command }) => ({
  plugins: [sveltekit(), pageScripts],
  // Not while developing: there our own files are loaded by Node and by Vite, and both are to have the same one.
  ...(command === 'build' ? { ssr: { noExternal: taken } } : {})
}));
