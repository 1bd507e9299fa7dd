import { tidyLine } from './tidy-line.ts';

const LONGEST = 100;

/** The text that somebody looks for, tidied; '' finds everyone. */
export function readSearch(sent: string | null): string {
  return tidyLine((sent ?? '').replace(/\p{Cc}/gu, ' ')).slice(0, LONGEST);
}

/** The page asked for, from 1; what is no page is the first. */
export function readPageNumber(sent: string | null): number {
  return sent !== null && /^[1-9]\d{0,5}$/.test(sent) ? Number(sent) : 1;
}
