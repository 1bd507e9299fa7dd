import type { Entitlement } from '#lib/domain/accreditation/entitlement.ts';
import type { Refusal } from '#lib/domain/accreditation/refusal.ts';
import { completeIdentifiers } from '#lib/domain/credit/complete-identifiers.ts';
import { creditReports, neededIdentifiers, type CreditReport } from '#lib/domain/credit/credit-report.ts';
import { decideCredit } from '#lib/domain/credit/decide-credit.ts';
import type { ReportingChoice } from '#lib/domain/credit/reporting-choice.ts';
import type { ReportingIdentifiers } from '#lib/domain/credit/reporting-identifiers.ts';
import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { readCreditOffer } from '../activity/read-credit-offer.ts';
import { selectIdentifiers } from '../credit/identifier-queries.ts';
import type { Completion, LearnerAndVersion } from '../credit/queries.ts';
import { recordCompletion, type NoCompletion } from '../credit/record-completion.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalHolder, type Holder } from './queries.ts';

export type Claim = LearnerAndVersion & {
  quarterCredits: number;
  reporting: ReportingChoice;
  now: Date;
};

export type ClaimRefusal =
  | NoCompletion
  /** Nobody knows yet what name to print. */
  | { kind: 'no-profile' }
  | { kind: 'not-eligible'; reason: Refusal }
  | { kind: 'wrong-fields'; problems: FieldProblem[] };

/** Everything that a claim writes. */
export type DecidedClaim = {
  holder: Holder;
  completion: Completion;
  credit: Entitlement;
  quarterCredits: number;
  reports: CreditReport[];
  permitted: CreditReport[];
  known: ReportingIdentifiers;
  identifiers: ReportingIdentifiers;
};

type Reporting = Pick<DecidedClaim, 'reports' | 'permitted' | 'known' | 'identifiers'>;

/** What is reported of the credit, and whether the reports that were ticked would find the learner. */
async function decideReporting(
  tx: Executor,
  { personId, reporting }: Claim,
  credit: Entitlement
): Promise<Result<Reporting, FieldProblem[]>> {
  const reports = creditReports(credit.reports);
  const permitted = reports.filter(({ id }) => reporting.permitted.includes(id));
  const known = await selectIdentifiers(tx, personId);
  const needed = neededIdentifiers(permitted);
  const identifiers = completeIdentifiers({ known, needed, typed: reporting.typed });
  if (!identifiers.ok) return identifiers;
  return success({ reports, permitted, known, identifiers: identifiers.value });
}

function amountProblems(claim: Claim, credit: Entitlement): FieldProblem[] {
  const decision = decideCredit({ ...credit, missing: [], claimedQuarterCredits: claim.quarterCredits });
  return decision.kind === 'award' ? [] : [{ field: 'quarterCredits', message: 'Choose one of the amounts' }];
}

/**
 * Decides on a claim: by the completion, the rules of the day on which it was completed, and the form. A part of
 * `claimCredit`, in whose transaction it is called, with the person locked.
 */
export async function decideClaim(tx: Executor, claim: Claim): Promise<Result<DecidedClaim, ClaimRefusal>> {
  const holder = await selectOptionalHolder(tx, claim.personId);
  if (!holder) return failure({ kind: 'no-profile' });
  const completed = await recordCompletion(tx, claim);
  if (!completed.ok) return completed;
  const completion = completed.value;
  const { activityVersionId, quarterCredits } = claim;
  const answer = await readCreditOffer(tx, { ...holder, activityVersionId, day: completion.completedOn });
  if (answer.kind === 'not-eligible') return failure({ kind: 'not-eligible', reason: answer.reason });
  const { credit } = answer;
  const reporting = await decideReporting(tx, claim, credit);
  const problems = [...amountProblems(claim, credit), ...(reporting.ok ? [] : reporting.problem)];
  if (!reporting.ok || problems.length > 0) return failure({ kind: 'wrong-fields', problems });
  return success({ holder, completion, credit, quarterCredits, ...reporting.value });
}
