import type { FieldProblem } from '../identity/field-problem.ts';
import { failure, success, type Result } from '../result.ts';
import { tidyText } from '../tidy-text.ts';
import { isSlug } from './slug.ts';

export type NewActivity = { slug: string; title: string };

/** Reads name and address of a new activity; the address stays for good, because people link to it. */
export function parseNewActivity(fields: {
  slug: string;
  title: string;
}): Result<NewActivity, FieldProblem[]> {
  const title = tidyText(fields.title).replaceAll('\n', ' ');
  const slug = tidyText(fields.slug).toLowerCase();
  const problems: FieldProblem[] = [];
  if (title === '') problems.push({ field: 'title', message: 'Write a title' });
  if (title.length > 200) problems.push({ field: 'title', message: 'Shorten the title to 200 characters' });
  if (!isSlug(slug) || slug.length > 80) {
    const message =
      'Use letters a to z, digits and hyphens for the address, such as resistance-to-immunotherapy';
    problems.push({ field: 'slug', message });
  }
  return problems.length > 0 ? failure(problems) : success({ slug, title });
}
