import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import type { PackageFiles } from './package-files.ts';

/** A file as the schema describes it; `found` is null where it has problems. */
export type Parsed<Value> = { found: Value | null; problems: PackageProblem[] };

const refusal = (problem: PackageProblem) => ({ found: null, problems: [problem] });

function placeOf(issue: v.BaseIssue<unknown>): string {
  return v.getDotPath(issue) ?? 'the whole file';
}

function check<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
  value: unknown
): Parsed<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { found: parsed.output, problems: [] };
  const problems = parsed.issues.map((issue) => ({
    file,
    where: placeOf(issue),
    why:
      issue.kind === 'schema'
        ? `Expected ${issue.expected ?? 'another value'}, found ${issue.received}.`
        : `It ${issue.message}.`,
    mend: 'Correct this value.'
  }));
  return { found: null, problems };
}

/** Reads a JSON file of the package by its schema. Never throws. */
export function parseJsonFile<Schema extends v.GenericSchema>(
  files: PackageFiles,
  file: string,
  schema: Schema
): Parsed<v.InferOutput<Schema>> {
  const text = files.get(file);
  if (text === undefined) {
    return refusal({ file, where: 'the file', why: 'It is missing from the package.', mend: `Add ${file}.` });
  }
  try {
    return check(file, schema, JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refusal({
      file,
      where: 'the whole file',
      why: `It is not JSON: ${error.message}`,
      mend: 'Correct the JSON.'
    });
  }
}

/** Reads the YAML front matter of a Markdown file by its schema, and gives the Markdown after it. Never throws. */
export function parseFrontMatter<Schema extends v.GenericSchema>(
  file: string,
  text: string,
  schema: Schema
): Parsed<v.InferOutput<Schema>> & { body: string } {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  const problem = {
    file,
    where: 'front matter',
    mend: 'Start the file with "---", the front matter in YAML, and "---".'
  };
  if (!match) return { ...refusal({ ...problem, why: 'It has no front matter.' }), body: '' };
  try {
    return { ...check(file, schema, parseYaml(match[1] ?? '')), body: match[2] ?? '' };
  } catch (error) {
    const why = `It is not YAML: ${error instanceof Error ? error.message : 'unreadable'}`;
    return { ...refusal({ ...problem, why }), body: '' };
  }
}
