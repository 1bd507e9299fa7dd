import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { serverUser } from '../support/postgres-cluster.ts';

/** A small disk of our own: a file with an ext4 on it, mounted through a loop device. Only root on Linux can have one. */
export type Volume = {
  /** A folder on it, as a cluster wants it. */
  folder: string;
  /** Takes what is left of its space, as long as it is called again and again. */
  fill: () => void;
  /** Gives the space back. */
  empty: () => void;
  /** Has the file system take itself for broken: from now on it can be read only, by those who hold files open too. */
  breakIt: () => void;
  /** Unmounts, checks and mounts it again; nobody may have a file open. What had not reached the disk is gone. */
  mend: () => void;
  /** Lets these processes write so many times a second; null: as often as they like. */
  slowDown: (pids: number[], writesASecond: number | null) => void;
  remove: () => void;
};

const GROUP = '/sys/fs/cgroup/blkio';

const sh = (program: string, ...words: string[]) => execFileSync(program, words, { encoding: 'utf8' }).trim();

/** What this machine lacks for it; null: nothing. */
export function lacksForVolume(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'root on Linux, to mount a small disk';
  try {
    sh('losetup', '-f');
    return null;
  } catch {
    return 'a free loop device, to mount a small disk';
  }
}

/** What it lacks for a slow one beside that. */
export const lacksForSlowness = (): string | null =>
  lacksForVolume() ??
  (existsSync(`${GROUP}/cgroup.procs`) ? null : 'a blkio control group (version 1), to hold writes back');

function writeUntilFull(file: string): void {
  const handle = openSync(file, 'a');
  try {
    for (const size of [1 << 20, 1 << 12, 1]) {
      const chunk = Buffer.alloc(size);
      try {
        while (writeSync(handle, chunk) === size);
      } catch {
        // No space for a piece of this size; for a smaller one there may be.
      }
    }
  } finally {
    closeSync(handle);
  }
}

function makeFolderFor(folder: string): void {
  const user = serverUser();
  for (const path of [folder, join(folder, 'data')]) {
    mkdirSync(path, { mode: 0o700 });
    if (user) chownSync(path, user.uid, user.gid);
  }
}

/** Makes a disk of so many megabytes and mounts it. */
export function makeVolume(megabytes: number): Volume {
  const place = mkdtempSync(join(tmpdir(), 'footnote-disk-'));
  // PostgreSQL runs as another user, who has to come through.
  chmodSync(place, 0o755);
  const [image, mounted] = [join(place, 'image'), join(place, 'mounted')];
  const group = `${GROUP}/${basename(place)}`;
  sh('truncate', '-s', `${megabytes}M`, image);
  sh('mkfs.ext4', '-q', '-m', '0', image);
  mkdirSync(mounted);
  const mount = () => sh('mount', '-o', 'loop,errors=remount-ro', image, mounted);
  const device = () => basename(sh('findmnt', '-n', '-o', 'SOURCE', mounted));
  mount();
  const folder = join(mounted, 'cluster');
  makeFolderFor(folder);
  const ballast = join(mounted, 'ballast');
  return {
    folder,
    fill: () => writeUntilFull(ballast),
    empty: () => rmSync(ballast, { force: true }),
    breakIt: () => writeFileSync(`/sys/fs/ext4/${device()}/trigger_fs_error`, '1'),
    mend: () => {
      sh('umount', mounted);
      // It answers 1 where it mended something.
      sh('sh', '-c', `e2fsck -fy "${image}" > /dev/null 2>&1 || [ $? -eq 1 ]`);
      mount();
    },
    slowDown: (pids, writesASecond) => {
      const number = readFileSync(`/sys/block/${device()}/dev`, 'utf8').trim();
      if (!existsSync(group)) mkdirSync(group);
      writeFileSync(`${group}/blkio.throttle.write_iops_device`, `${number} ${writesASecond ?? 0}`);
      for (const pid of pids) writeFileSync(`${group}/cgroup.procs`, String(pid));
    },
    remove: () => {
      sh('umount', '-l', mounted);
      rmSync(place, { recursive: true, force: true });
      // A group is a folder that holds files which nobody can remove.
      if (existsSync(group)) sh('rmdir', group);
    }
  };
}
