import { ownRuleKey } from '../../accreditation/own-rule-key.ts';

/** The key of a mapping of one's own, from its title: `own-board-of-my-state`. */
export function ownMappingKey(title: string): string {
  return ownRuleKey(title);
}

/** Whether an admin can add versions to a mapping: to one that the program brings nobody but the program does. */
export function isOwnMapping(key: string): boolean {
  return key.startsWith('own-');
}
