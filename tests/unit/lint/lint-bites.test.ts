import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

/** The project's configuration without the rules that need types: the files below do not exist. */
const eslint = new ESLint({ overrideConfig: [ts.configs.disableTypeChecked] });

async function rulesBrokenBy(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const DOMAIN = 'src/lib/domain/credit/example.ts';
const SERVER = 'src/lib/server/credit/example.ts';
const COMPONENT = 'src/lib/components/credit/Example.svelte';

describe('the style law', { timeout: 60_000 }, () => {
  it.each([
    [DOMAIN, 'no-restricted-syntax', 'export const a = Date.now();'],
    [DOMAIN, 'no-restricted-syntax', 'export const a = new Date();'],
    [DOMAIN, 'no-restricted-syntax', 'export const a = Math.random();'],
    [DOMAIN, 'no-restricted-globals', 'export const a = crypto.randomUUID();'],
    [DOMAIN, 'no-restricted-imports', 'import "node:fs";'],
    [DOMAIN, 'no-restricted-imports', 'import "valibot";'],
    [DOMAIN, 'no-restricted-syntax', 'export class Award {}'],
    [DOMAIN, '@typescript-eslint/consistent-type-assertions', 'export const a = 1 as unknown;'],
    [DOMAIN, '@typescript-eslint/no-explicit-any', 'export const a: any = 1;'],
    [DOMAIN, '@typescript-eslint/no-non-null-assertion', 'export const a = (b: string | null) => b!.length;'],
    [DOMAIN, 'footnote/exported-function-has-doc-comment', 'export function undocumented() { return 1; }'],
    [DOMAIN, 'footnote/disable-says-why', '// eslint-disable-next-line eqeqeq\nexport const a = 1;'],
    [DOMAIN, 'no-warning-comments', '// TO' + 'DO: later\nexport const a = 1;'],
    [DOMAIN, 'max-lines', 'export const a = 1;\n'.repeat(251)],
    [SERVER, 'no-restricted-imports', 'import "$app/environment";'],
    [SERVER, 'no-restricted-imports', 'import "$env/dynamic/private";'],
    [SERVER, 'no-restricted-imports', 'import "@sveltejs/kit";'],
    [SERVER, 'no-restricted-imports', 'import "$lib/domain/result.ts";'],
    [SERVER, 'no-restricted-imports', 'import "lucia";'],
    [SERVER, 'no-restricted-imports', 'import "node:child_process";'],
    [SERVER, 'no-console', 'console.log(1);'],
    [SERVER, 'no-restricted-syntax', 'export const a = (db, b) => db.execute(`select ${b}`);'],
    [SERVER, 'no-restricted-syntax', 'export const a = (sql, b) => sql.raw(b);'],
    [COMPONENT, 'no-restricted-imports', '<script lang="ts">import "#lib/server/a.ts";</script>a'],
    [COMPONENT, 'no-restricted-globals', '<script>fetch("/");</script>'],
    [COMPONENT, 'svelte/no-at-html-tags', '{@html "<b>"}'],
    [COMPONENT, 'svelte/no-inline-styles', '<p style="color: red">a</p>'],
    [COMPONENT, 'max-lines', '<p>a</p>\n'.repeat(121)],
    ['src/routes/+page.server.ts', 'max-lines', 'export const a = 1;\n'.repeat(61)]
  ])('reports in %s: %s (%#)', async (file, rule, text) => {
    expect(await rulesBrokenBy(file, text)).toContain(rule);
  });

  it('lets the session library into identity, and markup into the one sanitising component', async () => {
    const lucia = await rulesBrokenBy('src/lib/server/identity/example.ts', 'import "lucia";');
    const markup = await rulesBrokenBy('src/lib/components/ui/SanitisedHtml.svelte', '{@html "<b>"}');
    expect(lucia).not.toContain('no-restricted-imports');
    expect(markup).not.toContain('svelte/no-at-html-tags');
  });
});
