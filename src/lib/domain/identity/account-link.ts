export const LINK_PURPOSES = ['verify-email', 'change-email', 'reset-password'] as const;

/** What a link in a letter about an account does. */
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

const MINUTE = 60_000;

/** A link that lets a password be replaced lives as short as a code that is sent out of band: ASVS 6.5.5, ten minutes. */
const LIVES = {
  'verify-email': { minutes: 24 * 60, words: '24 hours' },
  'change-email': { minutes: 60, words: 'an hour' },
  'reset-password': { minutes: 10, words: '10 minutes' }
} satisfies Record<LinkPurpose, { minutes: number; words: string }>;

/** When a link that is written now ends. */
export function linkEnd(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + LIVES[purpose].minutes * MINUTE);
}

/** How long a link works, in words: "10 minutes". */
export function linkLifeWords(purpose: LinkPurpose): string {
  return LIVES[purpose].words;
}

/** Where a link leads on this site. Opening it changes nothing: programs open links to look at them. */
export function linkPath(purpose: LinkPurpose, token: string): string {
  return purpose === 'reset-password' ? `/reset-password/${token}` : `/confirm-email/${token}`;
}

/** Whether a letter in the outbox has only a link to offer that ended before a mail server took it. */
export function isLetterOver({ kind, createdAt }: { kind: string; createdAt: Date }, now: Date): boolean {
  const purpose = LINK_PURPOSES.find((each) => each === kind);
  return purpose !== undefined && linkEnd(purpose, createdAt) <= now;
}
