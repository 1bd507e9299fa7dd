import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const PLACES = ['/Applications/LibreOffice.app/Contents/MacOS', 'C:/Program Files/LibreOffice/program'];

/** LibreOffice, or null where it is not installed. */
export function findOffice(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...PLACES];
  const names = ['soffice', 'libreoffice', 'soffice.exe'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync) ?? null;
}

/** A way to have LibreOffice open a file and write it again as another one, in a folder of its own. */
export type Office = (
  file: string,
  to: { extension: string; filter?: string; from?: string }
) => Promise<string>;

/** LibreOffice with settings of its own in `folder`, where its files go too. */
export function openOffice(program: string, folder: string): Office {
  return async (file, { extension, filter, from }) => {
    await run(program, [
      `-env:UserInstallation=file://${folder}/settings`,
      '--headless',
      ...(from === undefined ? [] : [`--infilter=${from}`]),
      '--convert-to',
      filter === undefined ? extension : `${extension}:${filter}`,
      '--outdir',
      folder,
      join(folder, file)
    ]);
    return join(folder, `${basename(file).replace(/\.\w+$/, '')}.${extension}`);
  };
}

/** How many cells of a sheet LibreOffice took for formulas (OpenDocument 1.2, table:formula). */
export const formulasIn = (flatFile: string) =>
  readFileSync(flatFile, 'utf8').match(/table:formula=/g)?.length ?? 0;
