import type { LintFinding } from './lint-finding.ts';

/**
 * A warning that somebody set aside: what was found then, word for word, and no other finding that comes to stand at the
 * place. `at` is UTC. `byName` is null where the reason came with a package.
 */
export type LintOverride = {
  rule: string;
  place: string;
  what: string;
  reason: string;
  byName: string | null;
  at: Date;
};

/** A finding with the reason for which it was set aside, if it was. */
export type ReviewedFinding = LintFinding & { override: LintOverride | null };

type SetAside = Pick<LintOverride, 'rule' | 'place' | 'what'>;

/** The same as a package holds it: without who and when. */
export type RecordedReason = SetAside & { reason: string };

const concerns = (finding: LintFinding) => (override: SetAside) =>
  finding.severity !== 'error' && isSameFinding(finding, override);

/** Whether two are one: by the same rule, at the same place, in the same words. */
export const isSameFinding = (one: SetAside, other: SetAside): boolean =>
  one.rule === other.rule && one.place === other.place && one.what === other.what;

/** The findings with their overrides. An error cannot be set aside. */
export const withOverrides = (findings: LintFinding[], overrides: LintOverride[]): ReviewedFinding[] =>
  findings.map((finding) => ({ ...finding, override: overrides.find(concerns(finding)) ?? null }));

/** What blocks review and publication: errors, and warnings that need a reason and have none. */
export const openFindings = (findings: LintFinding[], overrides: SetAside[]): LintFinding[] =>
  findings.filter(
    (finding) => finding.severity === 'error' || (finding.needsReason && !overrides.some(concerns(finding)))
  );
