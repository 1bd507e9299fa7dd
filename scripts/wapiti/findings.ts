import * as v from 'valibot';

const finding = v.object({
  method: v.string(),
  path: v.string(),
  info: v.string(),
  level: v.pipe(v.union([v.string(), v.number()]), v.transform(Number)),
  parameter: v.nullish(v.string(), '')
});

const report = v.object({
  vulnerabilities: v.record(v.string(), v.array(finding)),
  anomalies: v.record(v.string(), v.array(finding))
});

/** Something that wapiti found. `level`: 0 a remark, 1 low, 2 medium, 3 high, 4 critical. */
export type Finding = v.InferOutput<typeof finding> & { kind: string };

/** From here on a finding fails the check. */
export const MEDIUM = 2;

/** What a report of wapiti, as JSON, says was found, the gravest first. */
export function readFindings(json: string): Finding[] {
  const { vulnerabilities, anomalies } = v.parse(report, JSON.parse(json));
  return [...Object.entries(vulnerabilities), ...Object.entries(anomalies)]
    .flatMap(([kind, found]) => found.map((one) => ({ ...one, kind })))
    .toSorted((one, other) => other.level - one.level);
}
