import { dayWords } from '../instant-words.ts';

/** What a follow-up's letter is made of; addresses are whole. */
export type FollowUpLetter = {
  days: number;
  /** Empty: nobody knows. */
  name: string;
  activityTitle: string;
  commitments: string[];
  itemCount: number;
  consentedAt: Date;
  link: string;
  unsubscribeLink: string;
};

function questionsWords(count: number): string {
  return count === 1 ? 'one question' : `${count} questions`;
}

/** Why we write, with the learner's own commitments quoted. */
function reason({ days, activityTitle, commitments }: FollowUpLetter): string {
  const ago = `${days} days ago you completed “${activityTitle}”`;
  if (commitments.length === 0) return `${ago}. How does it look from here?`;
  const quoted = commitments.map((commitment) => `  - ${commitment}`).join('\n');
  return `${ago} and meant to change this:\n\n${quoted}\n\nHow did it go?`;
}

/** Subject and plain text of the letter. Nothing in it depends on an answer, and it says so. */
export function followUpLetter(letter: FollowUpLetter): { subject: string; body: string } {
  const { days, name, commitments, itemCount, link, unsubscribeLink } = letter;
  const besides = itemCount === 0 ? '' : ` It asks ${questionsWords(itemCount)} on the subject, too.`;
  const paragraphs = [
    name === '' ? 'Good day,' : `Dear ${name},`,
    reason(letter),
    `It takes about three minutes.${besides}\n${link}`,
    'Your certificate stays as it is, whatever you answer, also if you do not answer.',
    `You agreed to this letter on ${dayWords(letter.consentedAt)}. To get no more of them:\n${unsubscribeLink}`
  ];
  const subject =
    commitments.length === 0
      ? `${days} days on: a few questions`
      : `${days} days on: how did your changes go?`;
  return { subject, body: `${paragraphs.join('\n\n')}\n` };
}
