import { createAutosave } from '#lib/components/ui/autosave.svelte.ts';
import type {
  DraftAnswer,
  DraftConflict,
  ItemEditorView,
  RefusedItem
} from '#lib/domain/question-bank/item-editor-view.ts';
import { readTags } from '#lib/domain/question-bank/item-form.ts';
import { readItemForm } from '#lib/domain/question-bank/read-item-form.ts';
import { createDraftSender, postedFields } from './item-autosave.ts';
import { moveFocus, type ItemEditor } from './item-editor.svelte.ts';

type Options = {
  editor: ItemEditor;
  view: ItemEditorView;
  refused: RefusedItem | null;
  /** The name under which this person's unsaved text is kept in this browser. */
  keptAs: string;
  form: () => HTMLFormElement | undefined;
  send: (fields: FormData) => Promise<DraftAnswer>;
};

type Held = { conflict: DraftConflict | null; tagsBefore: string; overwrites: string };

function autosaveOf({ editor, view, keptAs, form, send }: Options, held: Held) {
  const sender = createDraftSender({
    send,
    show: (conflict, problems) => {
      held.conflict = conflict;
      editor.held.problems = problems;
    },
    saved: (tags) => (held.tagsBefore = readTags(tags).join(', '))
  });
  const sendOnce = (fields: FormData) => {
    if (held.overwrites !== '') fields.set('overwrites', held.overwrites);
    held.overwrites = '';
    return sender(fields);
  };
  return createAutosave({ form, send: sendOnce, revision: view.revision, keptAs });
}

/** What its author does about a save. */
function waysOf({ editor, view }: Options, held: Held, autosave: ReturnType<typeof createAutosave>) {
  const { shown } = autosave;
  const isSettled = () => shown.phase === 'untouched' || shown.phase === 'saved';
  return {
    /** Who asked for it is led to what came of it; a save of its own accord leaves the focus where somebody writes. */
    saveNow: async () => {
      await autosave.saveNow();
      if (held.conflict !== null) await moveFocus('conflict');
      else if (editor.held.problems.length > 0) await moveFocus('error-summary');
    },
    /** Before the version is given away: saves what is not saved. Gives whether all of it is. */
    settle: async () => {
      if (!isSettled()) await autosave.saveNow();
      return isSettled();
    },
    /** Saves mine over the other version, which the author has seen. */
    keepMine: (event: Event) => {
      event.preventDefault();
      if (held.conflict === null) return;
      held.overwrites = String(held.conflict.revision);
      autosave.goOn(held.conflict.revision);
      void autosave.saveNow();
    },
    /** Puts text of an earlier visit into the form; on the revision that it was written on, so it overwrites nobody. */
    restore: () => {
      if (shown.kept === null) return;
      const fields = postedFields(shown.kept.fields);
      editor.replace(readItemForm(fields).form);
      autosave.goOn(Number(fields.get('baseRevision')?.[0] ?? view.revision));
      shown.kept = null;
    }
  };
}

/** Saves the form of an item while it is written, and settles with whoever saved first, or with an earlier visit. */
export function createItemSaving(options: Options) {
  const { view, refused } = options;
  const first = { conflict: refused?.conflict ?? null, tagsBefore: view.tags.join(', '), overwrites: '' };
  const held: Held = $state(first);
  const autosave = autosaveOf(options, held);
  return { held, autosave, ...waysOf(options, held, autosave) };
}
