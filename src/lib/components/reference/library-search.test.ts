import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FoundReferences, LibraryAnswer } from '#lib/domain/reference/found-references.ts';
import { createLibrarySearch } from './library-search.ts';

/** A library that answers when it is told to, and what the picker heard. */
function heldLibrary() {
  const asked = new Map<string, (found: FoundReferences | null) => void>();
  const heard: LibraryAnswer[] = [];
  const typed = createLibrarySearch({
    find: (search) => new Promise((resolve) => asked.set(search, resolve)),
    tell: (answer) => heard.push(answer)
  });
  const answer = async (search: string, found: FoundReferences | null) => {
    asked.get(search)?.(found);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { typed, asked, heard, answer };
}

const found = (search: string): FoundReferences => ({ search, references: [], total: 0 });

describe('the search of the library while somebody types', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks once for what stands there when the typing rests', async () => {
    const { typed, asked, heard, answer } = heldLibrary();
    for (const text of ['c', 'ch', 'chen ']) typed(text);
    await vi.advanceTimersByTimeAsync(1000);
    expect([...asked.keys()]).toEqual(['chen']);
    await answer('chen', found('chen'));
    expect(heard.at(-1)).toEqual(found('chen'));
  });

  it('drops the answer to what is no longer asked', async () => {
    const { typed, heard, answer } = heldLibrary();
    typed('chen');
    await vi.advanceTimersByTimeAsync(1000);
    typed('');
    await answer('chen', found('chen'));
    expect(heard).toEqual(['asked', 'unasked']);
  });

  it('says that nobody answered', async () => {
    const { typed, heard, answer } = heldLibrary();
    typed('chen');
    await vi.advanceTimersByTimeAsync(1000);
    await answer('chen', null);
    expect(heard.at(-1)).toBe('unanswered');
  });
});
