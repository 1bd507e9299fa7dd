import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE = 'content/resistance-to-immunotherapy';

/** The files of the sample as they stand in the repository, by path; its README is for people. */
export function sampleFiles(): Map<string, string> {
  const paths = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => /\.(json|svg)$|^lesson\/.*\.md$/.test(path)).toSorted();
  return new Map(files.map((path) => [path, readFileSync(join(SAMPLE, path), 'utf8')]));
}
