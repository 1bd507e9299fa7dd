import { keep, readKept } from './device-storage.ts';

/** The fields of a form as they are kept in this browser; `keptAt`: when, in milliseconds since 1970. */
export type KeptFields = { keptAt: number; fields: [name: string, value: string][] };

const isText = (value: unknown): value is string => typeof value === 'string';

const isPair = (entry: unknown): entry is [string, string] =>
  Array.isArray(entry) && entry.length === 2 && entry.every(isText);

/** Keeps the text fields of a form under a name in this browser; files are left out. */
export function keepFields(name: string, sent: FormData | URLSearchParams, keptAt: number): void {
  const fields = [...sent].filter(isPair);
  keep(name, JSON.stringify({ keptAt, fields }));
}

/** The fields that are kept under a name, or null; what is no such record counts as none. */
export function readFields(name: string): KeptFields | null {
  try {
    const kept: unknown = JSON.parse(readKept(name) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('keptAt' in kept) || !('fields' in kept)) return null;
    const { keptAt, fields } = kept;
    if (typeof keptAt !== 'number' || !Array.isArray(fields)) return null;
    return { keptAt, fields: fields.filter(isPair) };
  } catch {
    return null;
  }
}

/** Forgets what is kept under the name. */
export const forgetFields = (name: string): void => keep(name, null);
