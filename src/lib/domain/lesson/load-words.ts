import { readingMinutes, type LessonLoad } from './reading-time.ts';

const counted = (count: number, one: string, several: string) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : several}`;

/** What a text holds and how long it takes, e.g. "193 words", "1 figure", "about 1 min to read". */
export const loadInWords = (load: LessonLoad): string[] => [
  counted(load.words, 'word', 'words'),
  counted(load.figures, 'figure', 'figures'),
  `about ${readingMinutes(load)} min to read`
];
