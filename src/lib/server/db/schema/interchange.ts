import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './column-types.ts';
import { people } from './identity.ts';

/** A package between its dry run and its import: one a person, for an hour at most. */
export const packageUploads = pgTable('package_uploads', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id),
  id: uuid('id').notNull().unique(),
  fileName: text('file_name').notNull(),
  /** The text of each file by its path. */
  files: jsonb('files').$type<Record<string, string>>().notNull(),
  uploadedAt: instant('uploaded_at').notNull()
});
