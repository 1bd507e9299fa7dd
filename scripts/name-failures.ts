import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';

const text = v.optional(v.string(), '');

const vitestSchema = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      message: text,
      assertionResults: v.array(
        v.object({
          fullName: v.string(),
          status: v.string(),
          failureMessages: v.nullish(v.array(v.string()))
        })
      )
    })
  )
});

const resultSchema = v.object({ errors: v.array(v.object({ message: text })) });

const specSchema = v.object({
  title: v.string(),
  ok: v.boolean(),
  tests: v.array(v.object({ results: v.array(resultSchema) }))
});

type Suite = { specs?: v.InferOutput<typeof specSchema>[] | undefined; suites?: Suite[] | undefined };

const suiteSchema: v.GenericSchema<unknown, Suite> = v.object({
  specs: v.optional(v.array(specSchema)),
  suites: v.optional(v.array(v.lazy(() => suiteSchema)))
});

const playwrightSchema = v.object({ suites: v.array(suiteSchema) });

/** What an error says in its first lines; the trace of the stack stands further up. */
const inShort = (message: string) =>
  stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n');

/** The failed tests in a report of Vitest (parsed JSON), each with what went wrong. */
export function failuresInVitest(report: unknown): string[] {
  return v
    .parse(vitestSchema, report)
    .testResults.flatMap(({ name, message, assertionResults }) => [
      ...(message === '' ? [] : [`${name}\n${inShort(message)}`]),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => `${fullName}\n${inShort(failureMessages?.join('\n') ?? '')}`)
    ]);
}

const failuresOf = ({ specs = [], suites = [] }: Suite): string[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
      return `${title}\n${errors.map(({ message }) => inShort(message)).join('\n')}`;
    }),
  ...suites.flatMap(failuresOf)
];

/** The failed tests in a report of Playwright (parsed JSON), each with what went wrong in every try. */
export function failuresInPlaywright(report: unknown): string[] {
  return v.parse(playwrightSchema, report).suites.flatMap(failuresOf);
}
