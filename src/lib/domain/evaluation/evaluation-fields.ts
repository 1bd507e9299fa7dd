/** What a form posted: every value of every field, in the order sent. Text only. */
export type PostedFields = ReadonlyMap<string, readonly string[]>;

/** The field of one cell of a before-and-after table. */
export const ratingField = (questionId: string, objective: string, column: string) =>
  `${questionId}.${objective}.${column}`;

/** The fields of changes in the learner's own words; all of them share this name. */
export const ownWordsField = (questionId: string) => `${questionId}.own`;

/** The field beside "Something else". */
export const otherTextField = (questionId: string) => `${questionId}.other`;

/** All values of a field; none where it was not sent. */
export const valuesOf = (fields: PostedFields, name: string): readonly string[] => fields.get(name) ?? [];
