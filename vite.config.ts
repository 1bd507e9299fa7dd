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

export default defineConfig({ plugins: [sveltekit(), pageScripts] });
