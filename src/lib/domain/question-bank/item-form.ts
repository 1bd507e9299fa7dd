import { tidyText } from '../tidy-text.ts';
import type { DraftCitation, DraftOption, DraftTarget, ItemDraft } from './item-draft.ts';
import { joinStem, splitStem } from './stem-parts.ts';

/** An item as it stands in the form of the editor: every text as it was typed. `tags` are parted by commas. */
export type ItemForm = Omit<ItemDraft, 'stem'> & { vignette: string; leadIn: string; tags: string };

/** The form that shows a draft. */
export function formOfDraft({ stem, ...draft }: ItemDraft, tags: string[]): ItemForm {
  return { ...draft, ...splitStem(stem), tags: tags.join(', ') };
}

const tidyOption = ({ text, rationale, tolerance, ...option }: DraftOption): DraftOption => ({
  ...option,
  text: tidyText(text),
  rationale: tidyText(rationale),
  tolerance: tolerance === null ? null : tidyText(tolerance)
});

const tidyTarget = ({ id, text, rationale }: DraftTarget): DraftTarget => ({
  id,
  text: tidyText(text),
  rationale: tidyText(rationale)
});

const tidyCitation = (citation: DraftCitation): DraftCitation => ({
  ...citation,
  locator: tidyText(citation.locator),
  supports: tidyText(citation.supports),
  passage: tidyText(citation.passage),
  url: tidyText(citation.url)
});

/** The draft that a form comes to: texts without surplus space, nothing judged. */
export function draftOfForm(form: ItemForm): ItemDraft {
  const { type, select, objectiveId, difficulty, lessonSection, usableInPretest } = form;
  return {
    ...{ type, select, objectiveId, difficulty, lessonSection, usableInPretest },
    stem: joinStem({ vignette: tidyText(form.vignette), leadIn: tidyText(form.leadIn) }),
    unit: tidyText(form.unit),
    keyPoint: tidyText(form.keyPoint),
    options: form.options.map(tidyOption),
    targets: form.targets.map(tidyTarget),
    citations: form.citations.map(tidyCitation)
  };
}

/** The tags that a line names: lower case, each once, in the order of the alphabet. */
export function readTags(line: string): string[] {
  const tags = line
    .split(/[,;\n]/)
    .map((tag) => tidyText(tag.replaceAll(/\s+/g, ' ')).toLowerCase())
    .filter((tag) => tag !== '');
  return [...new Set(tags)].toSorted();
}
