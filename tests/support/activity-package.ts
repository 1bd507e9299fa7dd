import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of the sample as it stands in the repository. */
const SAMPLE_FOLDER = 'content/resistance-to-immunotherapy';

/** A copy of the sample that a test may change. Call `remove` when it is done. */
export type ActivityPackage = {
  directory: string;
  read: (file: string) => string;
  write: (file: string, text: string) => void;
  /** Replaces text in a file; fails the test where it is not there. */
  replace: (file: string, from: string, to: string) => void;
  delete: (file: string) => void;
  remove: () => void;
};

/** Copies the sample into a temporary folder. */
export function copySample(): ActivityPackage {
  const directory = mkdtempSync(join(tmpdir(), 'footnote-package-'));
  cpSync(SAMPLE_FOLDER, directory, { recursive: true });
  const read = (file: string) => readFileSync(join(directory, file), 'utf8');
  const write = (file: string, text: string) => writeFileSync(join(directory, file), text);
  return {
    directory,
    read,
    write,
    replace: (file, from, to) => {
      const text = read(file);
      if (!text.includes(from)) throw new Error(`${file} does not hold: ${from}`);
      write(
        file,
        text.replace(from, () => to)
      );
    },
    delete: (file) => rmSync(join(directory, file)),
    remove: () => rmSync(directory, { recursive: true, force: true })
  };
}
