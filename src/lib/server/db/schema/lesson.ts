import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from './column-types.ts';
import { people } from './identity.ts';
import { objectives } from './question-bank.ts';
import { references } from './reference.ts';

/** A lesson as it was published; an activity version names it, and it is never edited after that. */
export const lessons = pgTable('lessons', {
  id: uuid('id').primaryKey(),
  createdAt: instant('created_at').notNull()
});

/** A section: Markdown with citations, figures and key points; editor comments are already removed. */
export const lessonSections = pgTable(
  'lesson_sections',
  {
    id: uuid('id').primaryKey(),
    lessonId: uuid('lesson_id')
      .notNull()
      .references(() => lessons.id),
    slug: text('slug').notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    minutes: integer('minutes').notNull(),
    markdown: text('markdown').notNull(),
    /** As its author wrote it, with editor comments and instructions for drawings; null: only `markdown` is known. */
    source: text('source'),
    /** Rises with every saved change of a draft. */
    revision: integer('revision').notNull().default(1),
    updatedAt: instant('updated_at'),
    updatedBy: uuid('updated_by').references(() => people.id)
  },
  (table) => [
    unique('lesson_sections_slug_unique').on(table.lessonId, table.slug),
    unique('lesson_sections_position_unique').on(table.lessonId, table.position)
  ]
);

export const lessonSectionObjectives = pgTable(
  'lesson_section_objectives',
  {
    sectionId: uuid('section_id')
      .notNull()
      .references(() => lessonSections.id),
    objectiveId: uuid('objective_id')
      .notNull()
      .references(() => objectives.id)
  },
  (table) => [primaryKey({ columns: [table.sectionId, table.objectiveId] })]
);

/** A drawing of a section: sanitised SVG, with its text alternative and caption. */
export const lessonFigures = pgTable(
  'lesson_figures',
  {
    sectionId: uuid('section_id')
      .notNull()
      .references(() => lessonSections.id),
    figureId: text('figure_id').notNull(),
    alt: text('alt').notNull(),
    caption: text('caption').notNull(),
    svg: text('svg').notNull()
  },
  (table) => [primaryKey({ columns: [table.sectionId, table.figureId] })]
);

/**
 * Every mention of a reference in a section, in reading order. Locator and passage are given once a section and
 * reference, so that all mentions of it there have the same.
 */
export const lessonCitations = pgTable(
  'lesson_citations',
  {
    sectionId: uuid('section_id')
      .notNull()
      .references(() => lessonSections.id),
    position: integer('position').notNull(),
    referenceId: uuid('reference_id')
      .notNull()
      .references(() => references.id),
    locator: text('locator'),
    passage: text('passage'),
    /** Null: there is no passage. */
    passageKind: text('passage_kind').$type<'quote' | 'paraphrase'>()
  },
  (table) => [
    primaryKey({ columns: [table.sectionId, table.position] }),
    index('lesson_citations_reference').on(table.referenceId),
    check('lesson_citations_passage_kind_known', sql`${table.passageKind} in ('quote', 'paraphrase')`)
  ]
);

/** When a person first opened a section; the lesson resumes after the furthest one. */
export const sectionProgress = pgTable(
  'section_progress',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    sectionId: uuid('section_id')
      .notNull()
      .references(() => lessonSections.id),
    openedAt: instant('opened_at').notNull()
  },
  (table) => [primaryKey({ columns: [table.personId, table.sectionId] })]
);
