import * as v from 'valibot';

/** An advisory that does not concern us, or not yet: recorded with its reason and an end. */
const exceptionSchema = v.strictObject({
  advisory: v.pipe(v.string(), v.regex(/^GHSA(-[23456789cfghjmpqrvwx]{4}){3}$/)),
  package: v.pipe(v.string(), v.nonEmpty()),
  why: v.pipe(v.string(), v.minLength(20)),
  until: v.pipe(v.string(), v.isoDate())
});

const viaSchema = v.union([
  v.string(),
  v.object({ name: v.string(), title: v.string(), url: v.string(), severity: v.string() })
]);

const reportSchema = v.object({
  vulnerabilities: v.record(v.string(), v.object({ via: v.array(viaSchema) }))
});

export type Exception = v.InferOutput<typeof exceptionSchema>;

/** Parses docs/audit-exceptions.json. Throws where an entry lacks its advisory, package, reason or end. */
export const readExceptions = (parsed: unknown): Exception[] => v.parse(v.array(exceptionSchema), parsed);

/** Whether this is a report of `npm audit --json`; else nobody answered, and it says why. */
export const isReport = (parsed: unknown): boolean => v.is(reportSchema, parsed);

const idOf = (url: string) => url.split('/').at(-1) ?? url;

/**
 * What is wrong, a line each: advisories without an exception, exceptions past their end, and exceptions that nothing
 * needs any more. `today` is a calendar day, YYYY-MM-DD.
 */
export function judgeAdvisories(report: unknown, exceptions: readonly Exception[], today: string): string[] {
  const { vulnerabilities } = v.parse(reportSchema, report);
  const found = new Map<string, { name: string; title: string; severity: string }>();
  for (const via of Object.values(vulnerabilities).flatMap((each) => each.via)) {
    if (typeof via !== 'string') found.set(idOf(via.url), via);
  }
  const standing = exceptions.filter(({ until }) => until >= today);
  const excused = new Set(standing.map(({ advisory }) => advisory));
  return [
    ...[...found]
      .filter(([id]) => !excused.has(id))
      .map(([id, { name, title, severity }]) => `${name}: ${title} (${severity}, ${id})`),
    ...exceptions
      .filter(({ until }) => until < today)
      .map(({ advisory, until }) => `The exception for ${advisory} ended on ${until}.`),
    ...standing
      .filter(({ advisory }) => !found.has(advisory))
      .map(({ advisory }) => `Nothing needs the exception for ${advisory} any more: take it out.`)
  ];
}
