import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { FOLDERS, MOST_FILES, type PackageFiles } from './package-files.ts';
import { fileProblem, readText } from './read-text.ts';

/** The entries of a folder; none where there is no such folder. */
async function entriesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return [];
    throw error;
  }
}

/** Reads the files of an activity package: *.json, lesson/*.md and figures/*.svg. */
export async function readPackageFolder(directory: string): Promise<Result<PackageFiles, PackageProblem[]>> {
  const paths: string[] = [];
  for (const { folder, extension } of FOLDERS) {
    const entries = await entriesOf(join(directory, folder));
    paths.push(
      ...entries
        .filter((name) => name.endsWith(extension))
        .map((name) => (folder ? `${folder}/${name}` : name))
    );
  }
  if (!paths.includes('activity.json')) {
    const mend = 'Name the folder of an activity package.';
    return failure([fileProblem('activity.json', `There is no such file in ${directory}.`, mend)]);
  }
  if (paths.length > MOST_FILES) {
    return failure([
      fileProblem(directory, `It holds more than ${MOST_FILES} files.`, 'Import one activity at a time.')
    ]);
  }
  const files: PackageFiles = new Map();
  const problems: PackageProblem[] = [];
  for (const path of paths) {
    const read = await readText(directory, path);
    if (read.ok) files.set(path, read.value);
    else problems.push(read.problem);
  }
  return problems.length > 0 ? failure(problems) : success(files);
}
