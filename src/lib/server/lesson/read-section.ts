import type { NumberedReference } from '#lib/domain/reference/numbered-reference.ts';
import { sectionReferences } from '#lib/domain/lesson/section-references.ts';
import type { SectionLink, SectionView } from '#lib/domain/lesson/section-view.ts';
import type { Executor } from '../db/index.ts';
import { listFigures, selectMarkdown } from './queries.ts';
import { renderSection, type RenderedSection } from './render-section.ts';

/** Published sections never change, so each is rendered once. More than these are forgotten, oldest first. */
const MOST_KEPT = 500;
const kept = new Map<string, RenderedSection>();

async function rendered(
  db: Executor,
  which: { activityVersionId: string; sectionId: string; references: NumberedReference[] }
): Promise<RenderedSection> {
  const key = `${which.activityVersionId} ${which.sectionId}`;
  const known = kept.get(key);
  if (known) return known;
  const numbers = new Map(which.references.map(({ citationKey, number }) => [citationKey, number]));
  const markdown = await selectMarkdown(db, which.sectionId);
  const section = renderSection(markdown, { numbers, figures: await listFigures(db, which.sectionId) });
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, section);
  return section;
}

type Which = {
  activityVersionId: string;
  sections: (SectionLink & { id: string })[];
  /** The reference list of the activity version. */
  references: NumberedReference[];
  slug: string;
};

/** The section of a published activity version with this slug, ready for its page, or null where there is none. */
export async function readSection(db: Executor, which: Which): Promise<SectionView | null> {
  const { activityVersionId, sections, references, slug } = which;
  const index = sections.findIndex((section) => section.slug === slug);
  const section = sections[index];
  if (!section) return null;
  const { html, mentions } = await rendered(db, { activityVersionId, sectionId: section.id, references });
  return {
    ...section,
    position: index + 1,
    html,
    references: sectionReferences(mentions, references),
    previous: sections[index - 1] ?? null,
    next: sections[index + 1] ?? null
  };
}
