import { linkLifeWords, type LinkPurpose } from './account-link.ts';

/** Subject and plain text. None holds a name: whoever signs up with somebody else's address would write to them by it. */
export type AccountLetter = { subject: string; body: string };

/** `origin`: scheme and host of this site, as the letters name it. */
type Site = { origin: string };

const letter = (subject: string, paragraphs: string[]): AccountLetter => ({
  subject,
  body: `${['Good day,', ...paragraphs].join('\n\n')}\n`
});

const LINK_WORDS = {
  'verify-email': {
    subject: 'Confirm your e-mail address',
    ask: (origin: string) =>
      `An account was made with this e-mail address at ${origin}. Open this page and confirm that it is yours:`,
    otherwise: 'If you know nothing of this account, ignore this letter. The address stays unconfirmed then.'
  },
  'change-email': {
    subject: 'Confirm your new e-mail address',
    ask: (origin: string) =>
      `Somebody who has an account at ${origin} wants to sign in with this e-mail address from now on. Open this page and confirm that it is yours; only then does it change:`,
    otherwise: 'If it was not you, ignore this letter. Nothing changes then.'
  },
  'reset-password': {
    subject: 'Choose a new password',
    ask: (origin: string) =>
      `Somebody asked for a new password for your account at ${origin}. Choose it on this page:`,
    otherwise: 'If it was not you, ignore this letter. Your password stays as it is.'
  }
} satisfies Record<LinkPurpose, { subject: string; ask: (origin: string) => string; otherwise: string }>;

/** The letter with a link of a purpose; `link` is whole. */
export function linkLetter(purpose: LinkPurpose, { origin, link }: Site & { link: string }): AccountLetter {
  const { subject, ask, otherwise } = LINK_WORDS[purpose];
  return letter(subject, [
    `${ask(origin)}\n${link}`,
    `The link works once, within ${linkLifeWords(purpose)}. Only the newest letter counts.`,
    otherwise
  ]);
}

/** For whom an admin made an account. It holds no secret: the page sends a link to whoever reads this mailbox. */
export function accountMadeLetter({ origin }: Site): AccountLetter {
  return letter('An account was made for you', [
    `Those who run ${origin} made an account there for you, with this e-mail address. Choose a password, then sign in:\n${origin}/reset-password`,
    'The page sends you a further letter with the link to choose it.',
    'If you expect no account there, ignore this letter: nobody can sign in to it.'
  ]);
}

const chooseAnother = (origin: string) => `choose another password at once:\n${origin}/reset-password`;

/** For the address that an account has, while it still has it. */
export function emailChangeAskedLetter({ origin }: Site): AccountLetter {
  return letter('Your e-mail address is about to change', [
    `Somebody who is signed in to your account at ${origin} wants to change its e-mail address. Nothing has changed yet: the new address must be confirmed first.`,
    `If it was not you, ${chooseAnother(origin)}`,
    'That signs out everybody who uses your account, and takes the change back.'
  ]);
}

/** For the address that an account had until now. */
export function emailChangedLetter({ origin }: Site): AccountLetter {
  return letter('Your e-mail address was changed', [
    `Your account at ${origin} has another e-mail address from now on. This one does not open it any more, and gets no more letters.`,
    `If it was not you, tell those who run ${origin} at once. They find your account by this letter.`
  ]);
}

/** For who has a new password, by whatever way. */
export function passwordChangedLetter({ origin }: Site): AccountLetter {
  return letter('Your password was changed', [
    `The password of your account at ${origin} was changed.`,
    `If it was not you, ${chooseAnother(origin)}`
  ]);
}
