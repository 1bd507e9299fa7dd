import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import manifest from '../package.json' with { type: 'json' };

/** Thirty megabytes, many times what it is today. */
const LARGEST = 30 * 1024 * 1024;

const bomSchema = v.looseObject({ metadata: v.looseObject({ component: v.looseObject({}) }) });

const FILE = 'reports/sbom.cdx.json';

// What the running program consists of, as CycloneDX; made by npm from what is installed, without a network.
const { stdout, stderr, status } = spawnSync(
  'npm',
  ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev'],
  { encoding: 'utf8', maxBuffer: LARGEST, shell: process.platform === 'win32' }
);
if (status === 0) {
  mkdirSync('reports', { recursive: true });
  const bom = v.parse(bomSchema, JSON.parse(stdout));
  // npm names the program after the folder that it happens to lie in.
  bom.metadata.component['name'] = manifest.name;
  writeFileSync(FILE, `${JSON.stringify(bom, null, 2)}\n`);
  console.log(`Written to ${FILE}`);
} else {
  console.error(stderr);
  process.exitCode = 1;
}
