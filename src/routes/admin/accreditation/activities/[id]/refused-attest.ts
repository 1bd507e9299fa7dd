import type { AttestProblem } from '#lib/server/activity/attest-accreditation.ts';

/** Why nothing was attested, as the form shows it. */
export function refusedAttest(problem: Exclude<AttestProblem, { kind: 'no-draft' }> | { kind: 'unticked' }) {
  const refuse = (field: string, messages: string[]) => ({
    typed: null,
    problems: messages.map((message) => ({ field, message }))
  });
  switch (problem.kind) {
    case 'unticked':
      return refuse('attested', ['Tick that you attest this']);
    case 'incomplete':
      return refuse('attest', problem.problems);
    case 'changed-meanwhile':
      return refuse('attested', [
        'Something was changed since you opened this page. Read the statement again, and attest it'
      ]);
    default:
      return problem satisfies never;
  }
}
