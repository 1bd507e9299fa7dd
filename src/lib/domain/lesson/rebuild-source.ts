import { writeFigure } from './write-figure.ts';

type Figure = { figureId: string; alt: string; caption: string };

/**
 * The text of a section of which only what learners see was kept, as its author would have written it: the places of
 * figures become figures again, with their text alternative and caption.
 */
export function rebuildSource(markdown: string, figures: Figure[]): string {
  const written = markdown.replace(/^::figure\{id="([a-z][a-z0-9-]*)"\}$/gm, (place, id: string) => {
    const figure = figures.find(({ figureId }) => figureId === id);
    return figure ? writeFigure({ id, alt: figure.alt, caption: figure.caption }) : place;
  });
  return `\n${written}`;
}
