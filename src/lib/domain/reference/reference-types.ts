/** The kinds of reference that the library knows, by their CSL type. */
export const REFERENCE_TYPES = [
  { id: 'article-journal', label: 'Journal article' },
  { id: 'article', label: 'Preprint' },
  { id: 'article-magazine', label: 'Magazine article' },
  { id: 'article-newspaper', label: 'Newspaper article' },
  { id: 'book', label: 'Book' },
  { id: 'chapter', label: 'Chapter of a book' },
  { id: 'paper-conference', label: 'Conference paper or abstract' },
  { id: 'thesis', label: 'Thesis' },
  { id: 'report', label: 'Report or guideline' },
  { id: 'webpage', label: 'Web page' },
  { id: 'dataset', label: 'Dataset' },
  { id: 'software', label: 'Software' },
  { id: 'legislation', label: 'Law or regulation' },
  { id: 'document', label: 'Other document' }
] as const;

/** Kinds of CSL 1.0 that are read as a kind of ours. */
const NEAR: Record<string, string> = {
  'post-weblog': 'webpage',
  post: 'webpage',
  'entry-encyclopedia': 'chapter',
  'entry-dictionary': 'chapter',
  entry: 'chapter',
  review: 'article-journal',
  'review-book': 'article-journal',
  bill: 'legislation',
  legal_case: 'legislation',
  regulation: 'legislation',
  standard: 'report',
  pamphlet: 'report',
  collection: 'book'
};

/** Whether the library has this kind of reference. */
export const isReferenceType = (type: string): boolean => REFERENCE_TYPES.some(({ id }) => id === type);

/** The kind of ours for a CSL type; one that has none is `document`. */
export const referenceTypeOf = (type: string): string =>
  isReferenceType(type) ? type : (NEAR[type] ?? 'document');

/** A kind in words, e.g. `Journal article`. */
export const referenceTypeLabel = (type: string): string =>
  REFERENCE_TYPES.find(({ id }) => id === type)?.label ?? 'Other document';
