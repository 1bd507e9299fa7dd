/** What is wrong with an activity package: in which file, at which place, why it matters and how to mend it. */
export type PackageProblem = { file: string; where: string; why: string; mend: string };
