import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ItemPart, PackageParts } from '#lib/domain/interchange/package-parts.ts';
import { writePackage } from '#lib/domain/interchange/write-package.ts';
import { keptSource } from '#lib/domain/lesson/authored-section.ts';
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import { ITEM_TYPES } from '#lib/domain/question-bank/item-types.ts';
import { parsePackage } from './import-parse-package.ts';

const ODD = [
  '"quoted"\n---\nslug: other',
  "it's: - {a: [b]} # no",
  '\u0085\u2028\u2029\ufeff\u007f\u0007\t',
  '<!-- never closed',
  ':::figure{id="x" alt="a"}',
  '[@nobody1999] </script>',
  'null',
  '~',
  '1e3',
  '__proto__',
  '👩🏽‍⚕️',
  '﷽ ﷺ',
  '  spaces  ',
  String.raw`back\slash`
];

/** Whatever text the database can hold. */
const text = fc
  .oneof(fc.constantFrom(...ODD), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  .map((value) => value.toWellFormed().replaceAll('\0', ''));

const words = text.map((value) => (value.trim() === '' ? 'x' : value));

const optionOf = (type: ItemDraft['type']) =>
  fc.record({
    id: fc.constantFrom('a', 'b.1', 'null'),
    text,
    rationale: text,
    isKey: fc.constant(['matching', 'ordering'].includes(type) ? null : true),
    matchTargetId: fc.constant(type === 'matching' ? 't' : null),
    keyPosition: fc.constant(type === 'ordering' ? 1 : null),
    tolerance: type === 'numeric' ? fc.option(text) : fc.constant(null)
  });

const citation = fc.record({
  citationKey: fc.constant('chen2017'),
  locator: text,
  supports: text,
  passageKind: fc.constantFrom('quote' as const, 'paraphrase' as const),
  passage: text,
  verification: fc.constantFrom('verified' as const, 'needs-expert-review' as const),
  url: fc.constantFrom('', 'https://example.org/?a=1&b="2"')
});

const selectOf = (type: ItemDraft['type']) =>
  type === 'multiple' ? 2 : type === 'single' || type === 'true-false' ? 1 : null;

const draftOf = (type: ItemDraft['type']): fc.Arbitrary<ItemDraft> =>
  fc.record({
    type: fc.constant(type),
    stem: text,
    select: fc.constant(selectOf(type)),
    unit: type === 'numeric' ? text : fc.constant(''),
    keyPoint: text,
    objectiveId: fc.constant(null),
    difficulty: fc.constantFrom('easy' as const, 'hard' as const),
    lessonSection: fc.constant(null),
    usableInPretest: fc.boolean(),
    options: fc.array(optionOf(type), { maxLength: 1 }),
    targets:
      type === 'matching'
        ? fc.tuple(fc.record({ id: fc.constant('t'), text, rationale: text }))
        : fc.constant([]),
    citations: fc.array(citation, { maxLength: 2 })
  });

const item = (type: ItemDraft['type']): fc.Arbitrary<ItemPart> =>
  fc.record({
    externalId: fc.constant(`X-${type}`),
    bank: fc.constant('practice'),
    status: fc.constant('draft' as const),
    objective: fc.constant('LO1'),
    pairedWith: fc.constant(null),
    reviewNote: text,
    tags: fc.constant<string[]>(['β tag']),
    setAside: fc.array(fc.record({ rule: words, place: words, what: words, reason: words }), {
      maxLength: 2
    }),
    draft: draftOf(type)
  });

const section = fc.record({
  slug: fc.constantFrom('true', '2024', 'null', 'overview'),
  title: words,
  minutes: fc.constant(3),
  objectives: fc.constant<string[]>(['LO1']),
  source: text.map((value) => keptSource(`It cites [@chen2017].\n\n${value.replaceAll('\r', '')}`)),
  citations: fc.tuple(
    fc.record({
      citationKey: fc.constant('chen2017'),
      locator: fc.option(text.map((value) => value.slice(0, 200).toWellFormed())),
      passage: fc.option(text),
      passageKind: fc.constantFrom('quote' as const, 'paraphrase' as const)
    })
  ),
  figures: fc.constant<PackageParts['sections'][number]['figures']>([])
});

const assessment = {
  kind: 'assessment',
  title: 'Assessment',
  bank: 'practice',
  pretestItemsOnly: false,
  feedback: 'after-submission',
  showsScore: true,
  passingPercent: 80,
  maxAttempts: null,
  requiredForCompletion: true,
  shuffleItems: true,
  shuffleOptions: false,
  blueprint: [{ objective: 'LO1', difficulty: 'easy' as const, count: 1 }],
  alwaysInclude: []
};

const version = fc.record({
  version: fc.constant('0.1.0'),
  title: words,
  summary: text,
  audience: fc.tuple(words),
  audienceNote: text,
  format: fc.constant('enduring-material'),
  estimatedMinutes: fc.constant(30),
  releaseDate: fc.constant('2026-12-01'),
  reviewDate: fc.constant('2026-12-02'),
  expiryDate: fc.constant('2026-12-03'),
  maximumQuarterCredits: fc.constant(2),
  disclosureStatement: text,
  supportStatement: text,
  medicalDisclaimer: text,
  practiceGap: text,
  offLabelUse: fc.constant(null),
  contact: text,
  fee: fc.constant(null),
  timeLimitMinutes: fc.constantFrom(null, 5, 600),
  authors: fc.tuple(fc.record({ name: words })),
  reviewers: fc.constant<PackageParts['version']['reviewers']>([]),
  extra: fc.dictionary(
    fc.constantFrom('language', 'minutes', '7', 'odd field'),
    fc.oneof(text, fc.integer()),
    {
      noNullPrototype: true
    }
  ),
  mode: fc.constant('demonstration'),
  label: words,
  statement: words,
  providerName: fc.constant(null)
});

const parts: fc.Arbitrary<PackageParts> = fc.record({
  slug: fc.constant('an-activity'),
  version,
  objectives: fc.tuple(fc.record({ code: fc.constant('LO1'), wording: words })),
  disclosures: fc.constant<PackageParts['disclosures']>([]),
  sections: fc.tuple(section),
  assessments: fc.constant<PackageParts['assessments']>([assessment]),
  references: fc.tuple(
    fc.record({
      citationKey: fc.constant('chen2017'),
      number: fc.constantFrom(1, 7),
      csl: words.map((title) => ({ id: 'chen2017', type: 'book', title })),
      authorsTruncated: fc.boolean(),
      custom: fc.constant<Record<string, unknown>>({ editorNotes: [] }),
      evidenceLevel: text,
      reviewDueOn: fc.constant(null),
      status: fc.constant('corrected'),
      statusNote: text
    })
  ),
  items: fc.tuple(...ITEM_TYPES.map(({ id }) => item(id))),
  evaluation: fc.record({
    title: words,
    intro: text,
    questions: fc.constant<object[]>([
      { id: 'q', type: 'long-text', text: 'Say', required: false, maxLength: 9 }
    ])
  })
});

it('reads every text of a package back as it was written', () => {
  fc.assert(
    fc.property(parts, (written) => {
      const files = writePackage(written);
      const read = parsePackage(files, { as: 'draft', today: '2026-12-01' });
      if (!read.ok) throw new Error(JSON.stringify(read.problem));
      const { activity, items, sections, references, evaluation } = read.value;
      const [part] = written.sections;
      const [found] = sections;
      expect(activity.title).toBe(written.version.title);
      expect(activity.disclosureStatement).toBe(written.version.disclosureStatement);
      expect(activity).toMatchObject(written.version.extra);
      expect(
        items.map(({ stem, options }) => [stem, options.map((option) => [option.text, option.rationale])])
      ).toEqual(
        written.items.map(({ draft }) => [
          draft.stem,
          draft.options.map((option) => [option.text, option.rationale])
        ])
      );
      expect(items.map(({ citations }) => citations.map(({ passage }) => passage.text))).toEqual(
        written.items.map(({ draft }) => draft.citations.map(({ passage }) => passage))
      );
      expect(found?.source).toBe(part?.source);
      expect(found?.front.title).toBe(part?.title);
      const [detail] = part?.citations ?? [];
      expect(found?.front.citations?.[0]?.passage?.text ?? null).toBe(detail?.passage ?? null);
      expect(found?.front.citations?.[0]?.locator ?? null).toBe(detail?.locator ?? null);
      expect(references[0]?.title).toBe(written.references[0]?.csl['title']);
      expect(evaluation.intro).toBe(written.evaluation['intro']);
    }),
    { numRuns: 150 }
  );
});
