import { hourWords } from '../instant-words.ts';
import type { PublicItem } from '../question-bank/public-item.ts';
import { responseInWords } from './response-in-words.ts';
import type { Response } from './response.ts';

/** A response that came after the attempt had closed: what stands, what came, and when it closed. */
export type LateResponse = { stored: Response | null; sent: Response; closesAt: Date };

/** What to say of it: when it closed, what is stored, and what was sent, so that nobody has to remember it. */
export function timeUpWords(item: PublicItem, { stored, sent, closesAt }: LateResponse): string {
  const inWords = (response: Response) => responseInWords(item, response).join('; ');
  const standing = stored ? `Stored: ${inWords(stored)}.` : 'No answer is stored for this question.';
  return `The time was up at ${hourWords(closesAt)}, and the attempt was finished with the answers that it had. ${standing} Your answer came later and was not saved: ${inWords(sent)}.`;
}
