/**
 * Words a minute. Adults read non-fiction in English silently at 238 words a minute on average (Brysbaert 2019, doi
 * 10.1016/j.jml.2019.104047). A lesson is read more slowly: its terms are long, its sentences are to be remembered, and
 * many readers have another first language; 200 lies inside the range of 175 to 300 that the review gives.
 */
const WORDS_PER_MINUTE = 200;

/** For looking at a figure: half a minute. */
const MINUTES_PER_FIGURE = 0.5;

export type LessonLoad = { words: number; figures: number };

/** What stands in the Markdown and is not read: citation marks, blocks, addresses of links, the lines of tables. */
const NOT_READ = [
  /<!--[\s\S]*?(?:-->|$)/g,
  /\[@[\w:.-]+(?:\s*;\s*@[\w:.-]+)*\]/g,
  /^::?:?figure\{.*\}\s*$/gm,
  /^:::(?:keypoint)?\s*$/gm,
  /\]\([^)\s]*\)/g,
  /^\s*\|?[\s:|-]+\|?\s*$/gm
];

/** How many words and figures the stored Markdown of a section holds, in which each figure is only its place. */
export function measureSection(markdown: string): LessonLoad {
  const figures = [...markdown.matchAll(/^::figure\{id="[^"]*"\}/gm)].length;
  const text = NOT_READ.reduce((left, pattern) => left.replace(pattern, ' '), markdown);
  return {
    words: [...text.matchAll(/[\p{L}\p{N}](?:(?:[\p{L}\p{N}'’./-]|,(?=\d{3}))*[\p{L}\p{N}])?/gu)].length,
    figures
  };
}

/** Minutes that reading takes: words ÷ 200 + figures ÷ 2, as a fraction. */
export const exactMinutes = ({ words, figures }: LessonLoad): number =>
  words / WORDS_PER_MINUTE + figures * MINUTES_PER_FIGURE;

/** The same in whole minutes, one at least; of several sections give the sum of what they hold. */
export const readingMinutes = (load: LessonLoad): number => Math.max(1, Math.round(exactMinutes(load)));

/** What several sections hold together. */
export const totalLoad = (loads: readonly LessonLoad[]): LessonLoad => ({
  words: loads.reduce((sum, { words }) => sum + words, 0),
  figures: loads.reduce((sum, { figures }) => sum + figures, 0)
});
