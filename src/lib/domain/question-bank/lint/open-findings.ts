import type { LintFinding } from './lint-finding.ts';

/** A warning that somebody set aside. `at` is UTC. */
export type LintOverride = { rule: string; place: string; reason: string; byName: string; at: Date };

/** A finding with the reason for which it was set aside, if it was. */
export type ReviewedFinding = LintFinding & { override: LintOverride | null };

type SetAside = Pick<LintOverride, 'rule' | 'place'>;

const concerns = (finding: LintFinding) => (override: SetAside) =>
  finding.severity !== 'error' && override.rule === finding.rule && override.place === finding.place;

/** The findings with their overrides. An error cannot be set aside. */
export const withOverrides = (findings: LintFinding[], overrides: LintOverride[]): ReviewedFinding[] =>
  findings.map((finding) => ({ ...finding, override: overrides.find(concerns(finding)) ?? null }));

/** What blocks review and publication: errors, and warnings that need a reason and have none. */
export const openFindings = (findings: LintFinding[], overrides: SetAside[]): LintFinding[] =>
  findings.filter(
    (finding) => finding.severity === 'error' || (finding.needsReason && !overrides.some(concerns(finding)))
  );
