import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';

/** More than a bank of 5,000 items takes. */
const LARGEST_FILE = 15_000_000;

/** A problem with a file as such. */
export const fileProblem = (file: string, why: string, mend: string): PackageProblem => ({
  file,
  where: 'the file',
  why,
  mend
});

/** The text of these bytes, line ends as `\n`, or why they cannot be read as text. */
export function decodeText(path: string, bytes: Uint8Array): Result<string, PackageProblem> {
  if (bytes.length > LARGEST_FILE)
    return failure(fileProblem(path, 'It is larger than 15 MB.', 'Make it smaller.'));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return success(text.replaceAll('\r\n', '\n'));
  } catch {
    // Falls through: not UTF-8.
  }
  return failure(fileProblem(path, 'It is not text in UTF-8.', 'Save it as UTF-8.'));
}

/** The text of a file, or why it cannot be read as text. Throws where there is no such file. */
export async function readText(directory: string, path: string): Promise<Result<string, PackageProblem>> {
  const { size } = await stat(join(directory, path));
  if (size > LARGEST_FILE) return failure(fileProblem(path, 'It is larger than 15 MB.', 'Make it smaller.'));
  return decodeText(path, await readFile(join(directory, path)));
}
