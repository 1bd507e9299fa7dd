import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A route of `src/routes` as the source declares it. */
export type Route = {
  /** As SvelteKit names it, e.g. `/activities/[slug]`. */
  id: string;
  /** Methods that it answers. */
  methods: string[];
  /** Names of its form actions. */
  actions: string[];
};

const ROOT = 'src/routes';

function exportedDeclarations(file: string): Map<string, ts.Expression | null> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = new Map<string, ts.Expression | null>();
  for (const statement of source.statements) {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) continue;
    if (ts.isFunctionDeclaration(statement) && statement.name) found.set(statement.name.text, null);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name)) found.set(name.text, initializer ?? null);
    }
  }
  return found;
}

function actionNames(file: string): string[] {
  const actions = existsSync(file) ? exportedDeclarations(file).get('actions') : null;
  if (!actions) return [];
  const object = ts.isSatisfiesExpression(actions) ? actions.expression : actions;
  if (!ts.isObjectLiteralExpression(object)) throw new Error(`${file}: actions must be written as an object`);
  return object.properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
}

/** HEAD is asked wherever GET is. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'];

function endpointMethods(file: string): string[] {
  if (!existsSync(file)) return [];
  const names = exportedDeclarations(file);
  return METHODS.filter((method) => names.has(method));
}

/** Every route, by walking the folders. */
export function listRoutes(folder = ROOT): Route[] {
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => listRoutes(join(folder, entry.name)));
  const actions = actionNames(join(folder, '+page.server.ts'));
  const isPage = ['+page.svelte', '+page.server.ts'].some((name) => existsSync(join(folder, name)));
  const page = isPage ? ['GET', ...(actions.length > 0 ? ['POST'] : [])] : [];
  const methods = [...new Set([...page, ...endpointMethods(join(folder, '+server.ts'))])];
  const own = { id: folder.slice(ROOT.length) || '/', methods, actions };
  return methods.length > 0 ? [own, ...below] : below;
}
