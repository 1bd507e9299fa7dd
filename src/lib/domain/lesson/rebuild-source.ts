type Figure = { figureId: string; alt: string; caption: string };

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * The text of a section of which only what learners see was kept, as its author would have written it: the places of
 * figures become figures again, with their text alternative and caption.
 */
export function rebuildSource(markdown: string, figures: Figure[]): string {
  const written = markdown.replace(/^::figure\{id="([a-z][a-z0-9-]*)"\}$/gm, (place, id: string) => {
    const figure = figures.find(({ figureId }) => figureId === id);
    if (!figure) return place;
    return `:::figure{id="${id}" alt="${attribute(figure.alt)}" caption="${attribute(figure.caption)}"}\n:::`;
  });
  return `\n${written}`;
}
