/**
 * What is wrong with an activity package: in which file, at which place, why it matters and how to mend it. `atRelease`:
 * a draft may have it; what is published may not.
 */
export type PackageProblem = { file: string; where: string; why: string; mend: string; atRelease?: true };
