/** Bans of imports, each with the reason that the person reads. */
const aliases = {
  group: ['$lib', '$lib/**', '$lib/*'],
  message: 'Write #lib/…/file.ts: plain Node and the boundary check can follow it.'
};
const stores = { group: ['$app/stores'], message: 'Use $app/state, or better the data of the page.' };
const lucia = {
  group: ['lucia', 'lucia/**'],
  message: 'Only lib/server/identity may know the session library.'
};
const shell = {
  group: ['node:child_process', 'child_process'],
  message: 'No process is started from the application.'
};
const framework = {
  group: ['$app/**', '$app/*', '$env/**', '$env/*', '@sveltejs/*', '@sveltejs/**', 'svelte', 'svelte/*'],
  message: 'Only routes and hooks know the framework; scripts and tests run this file with plain Node.'
};

// A regular expression: "#" begins a comment in a group.
const server = {
  regex: '^(?:#lib/server/|\\$env/|node:|@sveltejs/kit$)',
  message: 'Components show what the page gives them; they never see the server.'
};

/** What no file may import. */
export const bannedImports = { patterns: [aliases, stores] };

/** What nothing below `src` may import. */
export const sourceImports = { patterns: [aliases, stores, lucia, shell] };

export const serverImports = { patterns: [aliases, stores, lucia, shell, framework] };

export const identityImports = { patterns: [aliases, stores, shell, framework] };

export const windowImports = { patterns: [aliases, stores, lucia, shell, server] };

/** The rules depend on nothing: no package, no system, no framework. */
export const domainImports = {
  patterns: [
    { regex: '^(?!#lib/domain/|\\./|\\.\\./)', message: 'The domain imports nothing but the domain.' }
  ]
};
