import { registerHooks } from 'node:module';
import { GUARDS_VARIABLE, type TakenOut } from './taken-out.ts';

const isTakenOut = (value: unknown): value is TakenOut[] =>
  Array.isArray(value) &&
  value.every((one: unknown) => typeof one === 'object' && one !== null && 'file' in one);

const read: unknown = JSON.parse(process.env[GUARDS_VARIABLE] ?? '[]');
const takenOut = isTakenOut(read) ? read : [];

/** Loaded before the built program (`node --import`): takes guards out of its modules as they are read from the disk. */
registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const here = takenOut.filter(({ file }) => url.includes(file));
    if (here.length === 0 || loaded.source === undefined) return loaded;
    const before =
      typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
    const source = here.reduce((text, { from, to }) => {
      if (!text.includes(from)) throw new Error(`${url} does not hold ${from}`);
      return text.replace(from, () => to);
    }, before);
    return { ...loaded, source };
  }
});
