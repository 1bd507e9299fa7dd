// Plain CommonJS, so that an old Node can read it and say what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Footnote needs Node 22.18 or later; this is ${process.versions.node}.\n` +
      'Run it through npm (npm start, npm test, npm run …): on Linux and Windows "npm ci" installs a Node that fits.\n' +
      'Elsewhere install a newer Node from https://nodejs.org.'
  );
  process.exit(1);
}
