/** The text of each file of a package, by its path inside the folder, e.g. `lesson/01-overview.md`. */
export type PackageFiles = Map<string, string>;

/** Where the files of a package stand; what stands elsewhere is none of its files. */
export const FOLDERS = [
  { folder: '', extension: '.json' },
  { folder: 'lesson', extension: '.md' },
  { folder: 'figures', extension: '.svg' }
];

/** More files than any activity has. */
export const MOST_FILES = 300;

/** The paths that are files of a package, folder by folder. */
export const packagePaths = (paths: string[]): string[] =>
  FOLDERS.flatMap(({ folder, extension }) =>
    paths
      .filter((path) => path.endsWith(extension) && path.split('/').slice(0, -1).join('/') === folder)
      .toSorted()
  );
