/** Whether a text can be the slug of an activity: check it before a query, which would fail on a NUL. */
export const isSlug = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 100;
