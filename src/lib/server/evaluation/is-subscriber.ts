import { isLetterToken } from '#lib/domain/identity/message-state.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalSubscriber } from '../identity/mail-queries.ts';

/** Whether somebody's letters carry this token. */
export async function isSubscriber(db: Executor, token: string): Promise<boolean> {
  return isLetterToken(token) && (await selectOptionalSubscriber(db, token)) !== null;
}
