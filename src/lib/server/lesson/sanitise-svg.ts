import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

type Schema = NonNullable<Parameters<typeof rehypeSanitize>[0]>;
type Attributes = NonNullable<Schema['attributes']>[string];

const SHAPES = ['g', 'path', 'line', 'polyline', 'polygon', 'rect', 'circle', 'ellipse', 'text', 'tspan'];

const look: Attributes = [['className', /^fig[a-z0-9-]*$/], 'transform'];

/**
 * What a drawing may hold: shapes and text with their geometry, and classes that the style sheet for figures defines.
 * No link, image, script, style or id, and nothing that names another resource.
 */
const schema: Schema = {
  tagNames: ['svg', ...SHAPES],
  ancestors: Object.fromEntries(SHAPES.map((name) => [name, ['svg']])),
  attributes: {
    svg: ['viewBox', ...look],
    g: look,
    path: [...look, 'd'],
    line: [...look, 'x1', 'y1', 'x2', 'y2'],
    polyline: [...look, 'points'],
    polygon: [...look, 'points'],
    rect: [...look, 'x', 'y', 'width', 'height', 'rx', 'ry'],
    circle: [...look, 'cx', 'cy', 'r'],
    ellipse: [...look, 'cx', 'cy', 'rx', 'ry'],
    text: [...look, 'x', 'y', 'dx', 'dy'],
    tspan: [...look, 'x', 'y', 'dx', 'dy']
  },
  protocols: {},
  required: {},
  strip: ['script', 'style', 'title', 'desc', 'metadata', 'foreignObject'],
  allowComments: false,
  allowDoctypes: false
};

const sanitiser = unified()
  .use(rehypeParse, { fragment: true, space: 'svg' })
  .use(rehypeSanitize, schema)
  .use(rehypeStringify, { space: 'svg', closeEmptyElements: true, tightSelfClosing: true })
  .freeze();

/** The one `<svg viewBox="…">` of the source with what a drawing may hold, or null. */
export function toDrawing(source: string) {
  const tree = sanitiser.runSync(sanitiser.parse(source));
  const [drawing, ...others] = tree.children.filter((node) => node.type === 'element');
  const isDrawing = drawing?.tagName === 'svg' && 'viewBox' in drawing.properties && others.length === 0;
  return isDrawing ? drawing : null;
}

/**
 * Keeps of an SVG file what a drawing needs, by an allow-list, so that it can stand inside a page. What stands around the
 * drawing (a declaration, line ends) goes. Null where the file is not one drawing. Doing it twice changes nothing.
 */
export function sanitiseSvg(source: string): string | null {
  const drawing = toDrawing(source);
  return drawing && sanitiser.stringify({ type: 'root', children: [drawing] });
}
