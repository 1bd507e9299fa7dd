import { withoutTokens, type MessageState } from '#lib/domain/identity/message-state.ts';
import type { Executor } from '../db/index.ts';
import { listMessages } from './mail-queries.ts';

const PAGE = 50;

/** Messages in one state, the newest first, without the links that act for their readers. `before`: where the last page ended. */
export async function readOutbox(
  db: Executor,
  { state, before }: { state: MessageState; before: Date | null }
) {
  const found = await listMessages(db, { state, before, limit: PAGE + 1 });
  const messages = found.slice(0, PAGE).map((message) => ({ ...message, body: withoutTokens(message.body) }));
  const next = found.length > PAGE ? (messages.at(-1)?.createdAt.toISOString() ?? null) : null;
  return { messages, next };
}
