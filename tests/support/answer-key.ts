import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const optionSchema = v.object({
  id: v.string(),
  text: v.string(),
  rationale: v.string(),
  correct: v.optional(v.boolean()),
  match: v.optional(v.string()),
  position: v.optional(v.number())
});

const itemSchema = v.object({
  id: v.string(),
  bank: v.picklist(['practice', 'assessment']),
  type: v.picklist(['single', 'multiple', 'matching', 'ordering']),
  stem: v.string(),
  options: v.array(optionSchema),
  targets: v.optional(
    v.array(v.object({ id: v.string(), text: v.string(), rationale: v.optional(v.string()) }))
  ),
  keyPoint: v.string(),
  status: v.string()
});

export type SampleItem = v.InferOutput<typeof itemSchema>;

/** The items of the sample as its author wrote them: the tests take the key from here, never from the app. */
export const SAMPLE_ITEMS = v.parse(
  v.array(itemSchema),
  JSON.parse(readFileSync('content/resistance-to-immunotherapy/items.json', 'utf8'))
);

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** The item whose stem stands in the text of a page. */
export function itemOnPage(pageText: string): SampleItem {
  const text = plain(pageText);
  const item = SAMPLE_ITEMS.find(({ stem }) => text.includes(plain(stem)));
  if (!item) throw new Error(`No item's stem is in this text: ${text.slice(0, 300)}`);
  return item;
}

/** What is chosen: texts of options; for matching and ordering, what stands beside each. */
export type Choice =
  { type: 'options'; texts: string[] } | { type: 'selects'; beside: { option: string; value: string }[] };

/** The right choice for an item; with `wrong`, one that is whole and not right. */
export function choiceFor(item: SampleItem, { wrong = false } = {}): Choice {
  const { options, targets = [] } = item;
  switch (item.type) {
    case 'single':
    case 'multiple': {
      const keyed = options.filter(({ correct }) => correct).map(({ text }) => text);
      const others = options.filter(({ correct }) => !correct).map(({ text }) => text);
      return { type: 'options', texts: wrong ? [...others, ...keyed].slice(0, keyed.length) : keyed };
    }
    case 'matching': {
      const shift = wrong ? 1 : 0;
      const matches = options.map(({ match }) => targets.findIndex(({ id }) => id === match));
      const beside = options.map(({ text }, index) => ({
        option: text,
        value: targets[matches[(index + shift) % options.length] ?? 0]?.text ?? ''
      }));
      return { type: 'selects', beside };
    }
    case 'ordering': {
      const last = options.length + 1;
      const beside = options.map(({ text, position = 0 }) => ({
        option: text,
        value: String(wrong ? last - position : position)
      }));
      return { type: 'selects', beside };
    }
  }
}

/** Every text that must not leave the server before the attempt is submitted: rationales and key points. */
export function secretsOf(bank: SampleItem['bank']): string[] {
  return SAMPLE_ITEMS.filter((item) => item.bank === bank).flatMap(({ options, targets = [], keyPoint }) => [
    keyPoint,
    ...options.map(({ rationale }) => rationale),
    ...targets.flatMap(({ rationale }) => rationale ?? [])
  ]);
}
