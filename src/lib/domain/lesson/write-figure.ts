const attribute = (text: string) =>
  text.replaceAll(/\s+/g, ' ').trim().replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A figure as it stands in the text of a section. */
export const writeFigure = ({ id, alt, caption }: { id: string; alt: string; caption: string }): string =>
  `:::figure{id="${id}" alt="${attribute(alt)}" caption="${attribute(caption)}"}\n:::`;
