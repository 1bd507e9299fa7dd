import type {
  DetailFields,
  SectionConflict,
  SectionFields,
  SectionReading
} from '#lib/domain/lesson/authored-section.ts';
import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** The preview follows so long after the last keystroke, in milliseconds. */
const PREVIEW_AFTER = 800;

type Held = {
  fields: SectionFields;
  reading: SectionReading;
  problems: FieldProblem[];
  conflict: SectionConflict | null;
};

type Options = {
  fields: SectionFields;
  reading: SectionReading;
  problems: FieldProblem[];
  conflict: SectionConflict | null;
  form: () => HTMLFormElement | undefined;
  /** What the text of the form gives; null: nobody answered. */
  read: (fields: FormData) => Promise<SectionReading | null>;
};

const NONE: DetailFields = { locator: '', kind: 'paraphrase', passage: '' };

/** What is edited has a place for each reference that the text cites. */
function makeRoom(held: Held): void {
  for (const { citationKey } of held.reading.cited) held.fields.details[citationKey] ??= { ...NONE };
}

/** The state of the editor of one section; its preview is made by the server, once at a time. */
export function createSectionEditor(options: Options) {
  const { fields, reading, problems, conflict } = options;
  const held: Held = $state({ fields, reading, problems, conflict });
  makeRoom(held);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const preview = oneAtATime(async () => {
    const form = options.form();
    const given = form ? await options.read(new FormData(form)) : null;
    if (given === null) return;
    held.reading = given;
    makeRoom(held);
  });
  return {
    held,
    /** Text was typed: the preview follows. */
    typed: () => {
      clearTimeout(timer);
      timer = setTimeout(() => void preview(), PREVIEW_AFTER);
    },
    /** Puts other text into the form, e.g. what a colleague saved. */
    replace: (other: SectionFields) => {
      held.fields = { text: other.text, details: { ...held.fields.details, ...other.details } };
      makeRoom(held);
    },
    problemOf: (field: string) => held.problems.find((problem) => problem.field === field)?.message,
    stop: () => clearTimeout(timer)
  };
}

export type SectionEditor = ReturnType<typeof createSectionEditor>;
