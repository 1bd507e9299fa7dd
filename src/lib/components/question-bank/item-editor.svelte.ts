import { createContext, tick } from 'svelte';
import type { CitationRequest } from './cite-in-field.ts';
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
import type { PickableReference } from '#lib/domain/reference/pickable-reference.ts';
import type { ItemSurroundings } from '#lib/domain/question-bank/item-surroundings.ts';

type Options = {
  view: ItemEditorView;
  surroundings: ItemSurroundings;
  /** What was refused, as it was typed; null: the form shows what is stored. */
  typed: ItemForm | null;
  /** What the library is searched for where no script runs. */
  find: string;
  problems: FieldProblem[];
};

type Held = {
  form: ItemForm;
  problems: FieldProblem[];
  /** Fields that somebody was in: before that, an empty one is no finding worth a word beside it. */
  visited: string[];
  /** Whether the page's script runs; until then every button sends the form. */
  isScripted: boolean;
  /** What was cited from the whole library, and the page does not know by itself. */
  picked: PickableReference[];
  /** What the last button did, for who cannot see it. */
  said: string;
};

/** Gives the focus to the field with the id, once it is there. */
export async function moveFocus(id: string): Promise<void> {
  await tick();
  document.getElementById(id)?.focus();
}

function applyEdit(held: Held, edit: string): void {
  const before = $state.snapshot(held.form);
  held.form = editItemForm(before, edit);
  held.said = saidAfter(edit);
  void moveFocus(focusAfter(edit, before, held.form));
}

/** What changes the form besides typing in it. */
function editsOf(held: Held) {
  return {
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
    /** Adds the citation of a reference where the item has none yet. */
    addCitation: (reference: PickableReference) => {
      const { citationKey: key } = reference;
      held.picked.push(reference);
      const isCited = held.form.citations.some(({ citationKey }) => citationKey === key);
      if (!isCited) held.form = editItemForm($state.snapshot(held.form), `add-citation:${key}`);
    },
    visit: (field: string) => {
      if (field !== '' && !held.visited.includes(field)) held.visited.push(field);
    },
    replace: (form: ItemForm) => {
      held.form = form;
    }
  };
}

/** The state of the editor of one item, shared by its parts. */
export function createItemEditor({ view, surroundings, typed, find, problems }: Options) {
  const held: Held = $state({
    ...{ form: typed ?? view.form, problems, visited: [], isScripted: false, picked: [], said: '' }
  });
  const draft = $derived(draftOfForm(held.form));
  const findings = $derived(withOverrides(lintItem(draft, view.lintContext), view.overrides));
  return {
    held,
    surroundings,
    find,
    referenceOf: (key: string) =>
      [...surroundings.references, ...held.picked].find(({ citationKey }) => citationKey === key),
    ...editsOf(held),
    get draft() {
      return draft;
    },
    get findings() {
      return findings;
    },
    problemOf: (field: string) => held.problems.find((problem) => problem.field === field)?.message
  };
}

export type ItemEditor = ReturnType<typeof createItemEditor>;

export const [getItemEditor, setItemEditor] = createContext<ItemEditor>();

export const [getCitationAsker, setCitationAsker] = createContext<(request: CitationRequest) => void>();
