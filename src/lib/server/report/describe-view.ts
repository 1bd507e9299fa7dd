import { readCompletionView } from '#lib/domain/report/completion-view.ts';
import { filterSentence } from '#lib/domain/report/filter-sentence.ts';
import { sentenceWords } from '#lib/domain/report/sentence-words.ts';
import type { Executor } from '../db/index.ts';
import { readFilterOptions } from './read-filter-options.ts';

/** The query of a view and what it finds, in a sentence. */
export type DescribedView = { query: string; words: string };

/** Says in a sentence which completions the query of a view finds. */
export async function describeView(db: Executor, query: string): Promise<DescribedView> {
  const view = readCompletionView(new URLSearchParams(query));
  if (!view.ok) return { query, words: 'Completions with filters that cannot be read any more' };
  return { query, words: sentenceWords(filterSentence(view.value.filter, await readFilterOptions(db))) };
}
