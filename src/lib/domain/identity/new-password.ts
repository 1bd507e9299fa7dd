import type { FieldProblem } from './field-problem.ts';
import { findPasswordProblem } from './password-rules.ts';
import type { ProfileFields } from './profile.ts';

type Owner = { email: string; profile: Pick<ProfileFields, 'givenName' | 'familyName'> };

/** What is wrong with a new password of somebody whom we know; `field`: the input that it was typed into. */
export function newPasswordProblems(
  field: string,
  password: string,
  { email, profile }: Owner
): FieldProblem[] {
  const message = findPasswordProblem(password, [email, profile.givenName, profile.familyName]);
  return message === null ? [] : [{ field, message }];
}
