import { createContext, tick } from 'svelte';
import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { changeType } from '#lib/domain/question-bank/change-type.ts';
import { editItemForm } from '#lib/domain/question-bank/edit-item-form.ts';
import { focusAfter, saidAfter } from '#lib/domain/question-bank/after-edit.ts';
import type { ItemEditorView } from '#lib/domain/question-bank/item-editor-view.ts';
import { draftOfForm, type ItemForm } from '#lib/domain/question-bank/item-form.ts';
import { isItemType } from '#lib/domain/question-bank/item-types.ts';
import { lintItem } from '#lib/domain/question-bank/lint/lint-item.ts';
import { withOverrides } from '#lib/domain/question-bank/lint/open-findings.ts';
import { pasteOptions, readOptionLines } from '#lib/domain/question-bank/pasted-options.ts';
import type { ItemSurroundings } from '#lib/domain/question-bank/item-surroundings.ts';

type Options = {
  view: ItemEditorView;
  surroundings: ItemSurroundings;
  /** What was refused, as it was typed; null: the form shows what is stored. */
  typed: ItemForm | null;
  problems: FieldProblem[];
};

type Held = {
  form: ItemForm;
  problems: FieldProblem[];
  /** Fields that somebody was in: before that, an empty one is no finding worth a word beside it. */
  visited: string[];
  /** Whether the page's script runs; until then every button sends the form. */
  isScripted: boolean;
  /** What the last button did, for who cannot see it. */
  said: string;
};

/** Gives the focus to the field with the id, once it is there. */
async function moveFocus(id: string): Promise<void> {
  await tick();
  document.getElementById(id)?.focus();
}

/** Where the words of a reference belong, and what becomes of them. */
export type CitationRequest = { field: HTMLTextAreaElement | null; typed: boolean };

/** Puts text into a field at the caret; where `[` called for it, in its place. Gives the new text and caret. */
function insertMark(
  field: HTMLTextAreaElement,
  mark: string,
  typed: boolean
): { text: string; caret: number } {
  const { value, selectionStart, selectionEnd } = field;
  const start = typed && value[selectionStart - 1] === '[' ? selectionStart - 1 : selectionStart;
  const gap = start > 0 && !/\s$/.test(value.slice(0, start)) ? ' ' : '';
  const text = value.slice(0, start) + gap + mark + value.slice(selectionEnd);
  return { text, caret: start + gap.length + mark.length };
}

function applyEdit(held: Held, edit: string): void {
  const before = $state.snapshot(held.form);
  held.form = editItemForm(before, edit);
  held.said = saidAfter(edit);
  void moveFocus(focusAfter(edit, before, held.form));
}

/** Writes the mark of a reference where the caret was, and adds the citation itself where the item has none yet. */
function cite(held: Held, key: string, { field, typed }: CitationRequest): void {
  const isCited = held.form.citations.some(({ citationKey }) => citationKey === key);
  if (!isCited) held.form = editItemForm($state.snapshot(held.form), `add-citation:${key}`);
  if (field === null) {
    void moveFocus(`citation-${held.form.citations.length}-locator`);
    return;
  }
  const { text, caret } = insertMark(field, `[@${key}]`, typed);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
  field.setSelectionRange(caret, caret);
}

/** The state of the editor of one item, shared by its parts. */
export function createItemEditor({ view, surroundings, typed, problems }: Options) {
  const held: Held = $state({ form: typed ?? view.form, problems, visited: [], isScripted: false, said: '' });
  const draft = $derived(draftOfForm(held.form));
  const findings = $derived(withOverrides(lintItem(draft, view.lintContext), view.overrides));
  return {
    held,
    surroundings,
    get draft() {
      return draft;
    },
    get findings() {
      return findings;
    },
    problemOf: (field: string) => held.problems.find((problem) => problem.field === field)?.message,
    /** A button of the form: with the script it works in place, without it the form is sent. */
    press: (event: MouseEvent & { currentTarget: HTMLButtonElement }) => {
      event.preventDefault();
      applyEdit(held, event.currentTarget.value);
    },
    becomeType: (type: string) => {
      if (isItemType(type)) held.form = changeType($state.snapshot(held.form), type);
    },
    /** Several lines pasted into an option become several options. */
    paste: (event: ClipboardEvent, id: string) => {
      const lines = readOptionLines(event.clipboardData?.getData('text/plain') ?? '');
      if (lines.length < 2) return;
      event.preventDefault();
      held.form = pasteOptions($state.snapshot(held.form), id, lines);
      held.said = `${lines.length} options pasted`;
    },
    cite: (key: string, request: CitationRequest) => cite(held, key, request),
    visit: (field: string) => {
      if (field !== '' && !held.visited.includes(field)) held.visited.push(field);
    },
    replace: (form: ItemForm) => {
      held.form = form;
    }
  };
}

export type ItemEditor = ReturnType<typeof createItemEditor>;

export const [getItemEditor, setItemEditor] = createContext<ItemEditor>();

export const [getCitationAsker, setCitationAsker] = createContext<(request: CitationRequest) => void>();
