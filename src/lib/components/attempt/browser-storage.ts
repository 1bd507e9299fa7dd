/** The browser's storage, or null where it is switched off: the page works without it. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** What is kept under a name in this browser, or null. */
export const readKept = (name: string): string | null => storage()?.getItem(name) ?? null;

/** Keeps a text in this browser; null forgets it. A full storage is no reason to stop. */
export function keep(name: string, text: string | null): void {
  try {
    if (text === null) storage()?.removeItem(name);
    else storage()?.setItem(name, text);
  } catch {
    // The answer is still on the page.
  }
}
