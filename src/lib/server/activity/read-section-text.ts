import { sectionReferences } from '#lib/domain/lesson/section-references.ts';
import type { AuthoredFigure, CitedReference, SectionReading } from '#lib/domain/lesson/authored-section.ts';
import { measureSection } from '#lib/domain/lesson/reading-time.ts';
import type { NumberedReference } from '#lib/domain/reference/numbered-reference.ts';
import { pickableReference } from '#lib/domain/reference/pickable-reference.ts';
import type { Executor } from '../db/index.ts';
import { collectSectionFaults } from '../lesson/collect-section-faults.ts';
import { listFigures } from '../lesson/queries.ts';
import { readSectionMarkdown } from '../lesson/read-section-markdown.ts';
import { renderSection } from '../lesson/render-section.ts';
import { listCitedReferences } from './cited-reference-queries.ts';
import { listNumberedReferences } from './reference-queries.ts';

type Which = { activityVersionId: string; sectionId: string; text: string };

/** The list of the version, and behind it what the text cites beyond it, numbered as the next save would. */
async function readNumbers(
  db: Executor,
  activityVersionId: string,
  cited: Cited[]
): Promise<NumberedReference[]> {
  const listed = await listNumberedReferences(db, activityVersionId);
  const last = Math.max(0, ...listed.map(({ number }) => number));
  const others = cited.filter(
    ({ citationKey }) => !listed.some((entry) => entry.citationKey === citationKey)
  );
  return [
    ...listed,
    ...others.map(({ citationKey, csl, authorsTruncated, status }, index) => ({
      citationKey,
      csl,
      authorsTruncated,
      status,
      number: last + index + 1
    }))
  ];
}

type Cited = Awaited<ReturnType<typeof listCitedReferences>>[number];

/** In the order of their first mention. */
function citedInOrder(keys: string[], known: Cited[]): CitedReference[] {
  return [...new Set(keys)].flatMap((key) => {
    const found = known.find(({ citationKey }) => citationKey === key);
    if (!found) return [];
    const { label, title } = pickableReference(found);
    return { citationKey: key, label, title, status: found.status };
  });
}

/** What the text of a section gives: the page that learners would see, what it cites and shows, and what is wrong. */
export async function readSectionText(db: Executor, which: Which): Promise<SectionReading> {
  const { markdown, citationKeys, figures } = readSectionMarkdown(which.text);
  const keys = [...new Set(citationKeys)];
  const known = await listCitedReferences(db, keys);
  const inOrder = known.toSorted(
    (one, other) => keys.indexOf(one.citationKey) - keys.indexOf(other.citationKey)
  );
  const references = await readNumbers(db, which.activityVersionId, inOrder);
  const numbers = new Map(references.map(({ citationKey, number }) => [citationKey, number]));
  const stored = await listFigures(db, which.sectionId);
  const svgOf = (id: string) => stored.find(({ figureId }) => figureId === id)?.svg ?? '';
  const drawn = figures.map(({ id, alt, caption }) => ({ figureId: id, alt, caption, svg: svgOf(id) }));
  const { html, mentions } = renderSection(markdown, { numbers, figures: drawn });
  return {
    html,
    references: sectionReferences(mentions, references),
    cited: citedInOrder(citationKeys, known),
    figures: drawn.map(({ svg, ...figure }): AuthoredFigure => ({ ...figure, isDrawn: svg !== '' })),
    faults: collectSectionFaults(which.text, {
      citationKeys: new Set(known.map(({ citationKey }) => citationKey)),
      drawnFigures: new Set(drawn.filter(({ svg }) => svg !== '').map(({ figureId }) => figureId))
    }),
    load: measureSection(markdown)
  };
}
