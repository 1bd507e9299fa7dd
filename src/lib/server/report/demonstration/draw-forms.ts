import { drawForm, type Blueprint, type Candidate } from '#lib/domain/attempt/draw-form.ts';
import { seededRandom } from '#lib/domain/attempt/seeded-random.ts';
import type { ItemModel } from './item-model.ts';

/** A place of a form that was drawn in advance; SQL deals the forms out. */
export type FormPlace = {
  kind: string;
  form: number;
  ordinal: number;
  seed: number;
  position: number;
  version: string;
  optionOrder: string[];
  targetOrder: string[];
} & Omit<ItemModel, 'versionId'>;

/** How many forms of an assessment are in use; a power of two. */
export const FORMS = 64;

type Source = {
  kind: string;
  candidates: Candidate[];
  blueprint: Blueprint;
  models: ReadonlyMap<string, ItemModel>;
  /** Attempts that a learner may take. */
  attempts: number;
  seed: number;
};

/** A learner's forms in a row: the later ones hold what the earlier ones did not, as for anybody. */
function drawRow(source: Source, form: number): FormPlace[] {
  const { kind, candidates, blueprint, models, attempts } = source;
  const random = seededRandom(source.seed + form);
  const itemOf = new Map(candidates.map(({ versionId, itemId }) => [versionId, itemId]));
  const seen = new Set<string>();
  const places: FormPlace[] = [];
  for (let ordinal = 1; ordinal <= attempts; ordinal += 1) {
    const seed = Math.floor(random() * 2 ** 32);
    const drawn = drawForm({ candidates, blueprint, seenItemIds: new Set(seen), seed });
    if (!drawn.ok) throw new Error(`The form of the ${kind} cannot be drawn: ${drawn.problem.kind}.`);
    drawn.value.forEach(({ versionId, optionOrder, targetOrder }, index) => {
      const model = models.get(versionId);
      if (model === undefined) throw new Error(`Nothing is known of item version ${versionId}.`);
      const { versionId: version, ...difficulty } = model;
      seen.add(itemOf.get(version) ?? '');
      places.push({
        kind,
        form,
        ordinal,
        seed,
        position: index + 1,
        version,
        optionOrder,
        targetOrder,
        ...difficulty
      });
    });
  }
  return places;
}

/** Forms of an assessment as its blueprint and the seeds of the attempts give them. */
export function drawForms(source: Source): FormPlace[] {
  return Array.from({ length: FORMS }, (_, form) => drawRow(source, form)).flat();
}
