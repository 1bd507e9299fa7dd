/** Where the mark of a reference belongs: a stretch of a field's text, or nowhere yet. */
export type CitationRequest = { field: HTMLTextAreaElement | null; start: number; end: number };

/** A citation for its own sake, not at a place in a text. */
export const NO_FIELD: CitationRequest = { field: null, start: 0, end: 0 };

/** The caret of a field; where `[` was just typed before it, the mark comes in its place. */
export function requestAtCaret(field: HTMLTextAreaElement, typed: boolean): CitationRequest {
  const { value, selectionStart, selectionEnd } = field;
  const start = typed && value[selectionStart - 1] === '[' ? selectionStart - 1 : selectionStart;
  return { field, start, end: selectionEnd };
}

/** Writes the mark of a reference, `[@chen2017]`, where it was asked for, and goes on after it. */
export function citeInField(key: string, { field, start, end }: CitationRequest): void {
  if (field === null) return;
  const before = field.value.slice(0, start);
  const mark = `${before === '' || /\s$/.test(before) ? '' : ' '}[@${key}]`;
  field.value = before + mark + field.value.slice(end);
  // What is bound to the field hears of it as of typing.
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
  field.setSelectionRange(start + mark.length, start + mark.length);
}
