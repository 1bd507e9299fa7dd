import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import footnote from './eslint/rules.js';
import {
  bannedImports,
  domainImports,
  identityImports,
  serverImports,
  sourceImports,
  windowImports
} from './eslint/imports.js';
import { classSyntax, clockSyntax, rawSqlSyntax } from './eslint/syntax.js';
import svelteConfig from './svelte.config.js';

const tests = ['**/*.test.ts', 'tests/**/*.ts'];

export default defineConfig(
  {
    ignores: [
      'build/',
      '.svelte-kit/',
      'node_modules/',
      'reports/',
      'test-results/',
      'data/',
      'content/',
      'static/',
      'drizzle/'
    ]
  },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.node },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte']
      }
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { footnote },
    rules: {
      'footnote/disable-says-why': 'error',
      'max-lines': ['error', 250],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'no-restricted-imports': ['error', bannedImports],
      'no-restricted-syntax': ['error', ...rawSqlSyntax],
      eqeqeq: 'error',
      // Hostile input is refused by the control characters in it.
      'no-control-regex': 'off',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
      // There are no enums, and no classes but errors: these two only cost time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/require-await': 'off',
      // Code points are what the rules count.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@sveltejs/kit', name: ['Redirect', 'HttpError'] }] }
      ]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { parser: ts.parser, svelteConfig }
    },
    rules: {
      'max-lines': ['error', 120],
      'svelte/no-at-html-tags': 'error',
      // The type of a page's data is known to svelte-check only, which checks these.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'svelte/no-inline-styles': ['error', { allowTransitions: false }],
      'svelte/no-target-blank': 'error',
      // The adapter serves from the root; paths stand as they are in the contract of URLs.
      'svelte/no-navigation-without-resolve': 'off'
    }
  },
  { files: ['src/lib/components/ui/SanitisedHtml.svelte'], rules: { 'svelte/no-at-html-tags': 'off' } },
  {
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    ignores: tests,
    rules: {
      'no-console': 'error',
      'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...rawSqlSyntax, ...classSyntax],
      'no-restricted-imports': ['error', sourceImports]
    }
  },
  // The start of the program speaks to the person who started it.
  { files: ['src/hooks.server.ts'], rules: { 'no-console': ['error', { allow: ['info', 'error'] }] } },
  {
    files: ['src/lib/**/*.ts'],
    ignores: tests,
    rules: { 'footnote/exported-function-has-doc-comment': 'error' }
  },
  {
    files: ['src/lib/domain/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-imports': ['error', domainImports],
      'no-restricted-globals': [
        'error',
        'crypto',
        'process',
        'fetch',
        'console',
        'performance',
        'setTimeout',
        'setInterval',
        'Buffer'
      ],
      'no-restricted-syntax': ['error', ...rawSqlSyntax, ...classSyntax, ...clockSyntax]
    }
  },
  {
    files: ['src/lib/server/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-imports': ['error', serverImports] }
  },
  {
    files: ['src/lib/server/identity/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-imports': ['error', identityImports] }
  },
  {
    files: ['src/lib/components/**/*.{ts,svelte}'],
    ignores: tests,
    rules: { 'no-restricted-imports': ['error', windowImports], 'no-restricted-globals': ['error', 'fetch'] }
  },
  {
    files: ['src/routes/**/*.ts'],
    ignores: tests,
    rules: { 'max-lines': ['error', 60] }
  },
  {
    files: tests,
    rules: {
      // A test reads JSON whose shape it knows; a wrong one makes it fail.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off'
    }
  },
  // svelte-check knows the types of components; asking for them a second time takes half of the linter's time.
  { files: ['**/*.svelte'], extends: [ts.configs.disableTypeChecked] },
  { files: ['**/*.js', '**/*.cjs'], extends: [ts.configs.disableTypeChecked] }
);
