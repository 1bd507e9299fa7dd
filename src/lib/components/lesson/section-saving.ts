import type { SaveAnswer } from '#lib/components/ui/save-answer.ts';
import type { SectionConflict, SectionFields } from '#lib/domain/lesson/authored-section.ts';
import { readSectionFields } from '#lib/domain/lesson/read-section-fields.ts';

/** The text and details of a form that was sent, or kept in this browser. */
export function fieldsOf(sent: Iterable<[string, FormDataEntryValue]>): SectionFields {
  const texts = [...sent].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return readSectionFields(texts).fields;
}

/** Whether both say the same; a reference of which nothing is said counts as not named. */
export function isSameFields(one: SectionFields, other: SectionFields): boolean {
  const said = ({ details }: SectionFields) =>
    Object.entries(details)
      .filter(([, { locator, passage }]) => locator !== '' || passage !== '')
      .map(([key, { locator, passage, kind }]) => [key, locator, passage, kind].join('\n'))
      .toSorted();
  return one.text === other.text && said(one).join('\n\n') === said(other).join('\n\n');
}

type Options = {
  send: (fields: FormData) => Promise<SaveAnswer>;
  /** The revision on which the text is written, as the last answer gave it. */
  revision: () => number;
  conflict: () => SectionConflict | null;
};

/**
 * Sends the text for autosave. Text that was stored although its answer got lost comes back as a conflict with oneself:
 * then the present one is sent again on top of it, and nobody is asked.
 */
export function createTextSender(options: Options): (fields: FormData) => Promise<SaveAnswer> {
  let unanswered: SectionFields[] = [];
  return async (fields) => {
    const sent = fieldsOf(fields);
    fields.set('baseRevision', String(options.revision()));
    let answer = await options.send(fields);
    const conflict = answer.kind === 'conflict' ? options.conflict() : null;
    if (conflict && unanswered.some((lost) => isSameFields(lost, conflict.fields))) {
      fields.set('baseRevision', String(conflict.revision));
      answer = await options.send(fields);
    }
    unanswered = answer.kind === 'unanswered' ? [...unanswered, sent] : [];
    return answer;
  };
}
