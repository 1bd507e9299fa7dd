import { BackupDamaged, END_OF_ROWS } from './backup-format.ts';

const LINE_FEED = 10;
const END = Buffer.from(`${END_OF_ROWS}\n`);
const END_BEHIND_ROW = Buffer.from(`\n${END_OF_ROWS}\n`);

/** Text as it comes in, line by line, and rows of a table as they lie in it. */
export type Lines = {
  /** The next line; null: there is none. */
  next: () => Promise<string | null>;
  /** Whole rows up to the end of their table. */
  rows: () => AsyncGenerator<Uint8Array, void, undefined>;
};

type Chunks = AsyncGenerator<Uint8Array, void, undefined>;

/** What has come and was not taken yet. */
function holdBack(chunks: Chunks) {
  let held = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done === true) return false;
    held = Buffer.concat([held, next.value]);
    return true;
  };
  const take = (bytes: number) => {
    const taken = held.subarray(0, bytes);
    held = held.subarray(bytes);
    return taken;
  };
  return { look: () => held, more, take };
}

/** Reads lines from chunks that begin and end anywhere. */
export function readLines(chunks: Chunks): Lines {
  const { look, more, take } = holdBack(chunks);
  const next = async (): Promise<string | null> => {
    while (!look().includes(LINE_FEED)) if (!(await more())) return null;
    const line = take(look().indexOf(LINE_FEED) + 1);
    return line.toString('utf8').slice(0, -1);
  };
  async function* rows() {
    // What is held begins with a line: whole ones are handed on, so a mark that was cut in two is found here.
    while (!look().subarray(0, END.length).equals(END)) {
      const end = look().indexOf(END_BEHIND_ROW);
      const whole = (end === -1 ? look().lastIndexOf(LINE_FEED) : end) + 1;
      if (whole > 0) yield take(whole);
      else if (!(await more())) throw new BackupDamaged('The backup ends in the midst of a table.');
    }
    take(END.length);
  }
  return { next, rows };
}
