import { parseSectionFacts } from '#lib/domain/lesson/authored-section.ts';
import { tidyText } from '#lib/domain/tidy-text.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { formText } from '../../../../form-text.ts';

const isId = (value: FormDataEntryValue): value is string => typeof value === 'string' && isUuid(value);

/** Facts of a section as they were typed: of the section with this id, or of a new one (null). */
export function readSectionPost(data: FormData) {
  const id = formText(data, 'sectionId');
  const sectionId = isUuid(id) ? id : null;
  const suffix = `-${sectionId ?? 'new'}`;
  const typed = {
    title: tidyText(formText(data, `title${suffix}`)),
    minutes: formText(data, `minutes${suffix}`),
    objectiveIds: data.getAll(`objective${suffix}`).filter(isId)
  };
  return { sectionId, typed, base: formText(data, 'base'), ...parseSectionFacts(typed, suffix) };
}
