/** The browser's storage, or null where it is switched off: pages work without it. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** What is kept under a name in this browser, or null. */
export const readKept = (name: string): string | null => storage()?.getItem(name) ?? null;

/** Keeps a text in this browser; null forgets it. A full storage is no reason to stop: the text is still on the page. */
export function keep(name: string, text: string | null): void {
  try {
    if (text === null) storage()?.removeItem(name);
    else storage()?.setItem(name, text);
  } catch {
    // The text is still on the page.
  }
}

/** The names under which something is kept in this browser, of those that begin so. */
export const namesKept = (beginning: string): string[] =>
  Object.keys(storage() ?? {}).filter((name) => name.startsWith(beginning));
