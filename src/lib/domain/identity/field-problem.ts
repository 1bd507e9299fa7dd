/** What is wrong with one field of a form, in words for the person; `field` is the input's name and id. */
export type FieldProblem = { field: string; message: string };
