import { failure, success, type Result } from '../result.ts';
import { parseEmail } from './email.ts';
import type { FieldProblem } from './field-problem.ts';
import { parseProfile, type Profile, type ProfileFields } from './profile.ts';

/**
 * Reads what somebody who is new tells beside what an institution vouched for. The address is asked for only where the
 * institution named none that it has verified (`vouched` null).
 */
export function parseFirstVisit(
  fields: ProfileFields & { email: string },
  vouched: string | null
): Result<{ email: string; profile: Profile }, FieldProblem[]> {
  const email = vouched ?? parseEmail(fields.email);
  const profile = parseProfile(fields);
  if (email !== null && profile.ok) return success({ email, profile: profile.value });
  return failure([
    ...(email === null
      ? [{ field: 'email', message: 'Enter an e-mail address, like name@example.org' }]
      : []),
    ...(profile.ok ? [] : profile.problem)
  ]);
}
