/** White space of any kind, also of no width; the function `is_blank` of the database (drizzle/0015) knows the same. */
const BLANK = /^[\s\u0085\u200b-\u200d\u2060]*$/;

/** Whether a text says nothing. */
export const isBlank = (text: string): boolean => BLANK.test(text);
