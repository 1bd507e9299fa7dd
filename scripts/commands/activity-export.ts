import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findActivityBySlug } from '#lib/server/interchange/find-activity-by-slug.ts';
import { exportActivity } from '#lib/server/interchange/export-activity.ts';
import { versionToExport } from '#lib/server/interchange/export-package.ts';
import { writePackageZip } from '#lib/server/interchange/write-package-zip.ts';
import { wrongUsage, type Command, type CommandInput, type CommandOutcome } from '../command.ts';

const isZip = (path: string) => path.endsWith('.zip');

/** Whether something stands there already: the zip file, or anything in the folder. */
async function isFull(folder: string): Promise<boolean> {
  if (isZip(folder)) return existsSync(folder);
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

async function writeFiles(folder: string, files: Map<string, string>): Promise<void> {
  if (isZip(folder)) return writeFile(folder, writePackageZip(files), { flag: 'wx' });
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function run({ db, words, flags }: CommandInput): Promise<CommandOutcome> {
  const [slug = '', folder = ''] = words;
  const activity = await findActivityBySlug(db, slug);
  const version = activity && versionToExport(activity, flags['live'] === true ? 'live' : 'newest');
  if (!version) return wrongUsage(`There is no such version of an activity “${slug}”.`);
  if (await isFull(folder)) return wrongUsage(`“${folder}” is not empty. Name a new folder or file.`);
  const files = await exportActivity(db, version.versionId);
  if (files === null) throw new Error(`There is no activity version ${version.versionId}`);
  await writeFiles(folder, files);
  const data = { slug, version: version.version, folder, files: [...files.keys()] };
  return { exitCode: 0, text: `Wrote ${slug}, version ${version.version}, to ${folder}`, data };
}

/** Writes an activity as the files of a package: its working copy, if there is one, or what learners see. */
export const activityExport: Command = {
  usage: 'activity export SLUG DIR|FILE.zip [--live]',
  summary:
    'writes an activity as a package into a new folder or zip file; --live: what learners see, not the working copy',
  options: { live: { type: 'boolean' } },
  words: 2,
  run
};
