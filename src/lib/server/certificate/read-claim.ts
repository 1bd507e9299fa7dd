import { refusalWords } from '#lib/domain/accreditation/refusal.ts';
import type { CreditAnswer } from '#lib/domain/accreditation/decide-offer.ts';
import type { ClaimOffer, ClaimView, OtherCredit } from '#lib/domain/certificate/claim-view.ts';
import { DOCUMENT_WORDS } from '#lib/domain/certificate/document-kind.ts';
import { holderName } from '#lib/domain/certificate/holder-name.ts';
import { claimableAmounts } from '#lib/domain/credit/claimable-amounts.ts';
import { creditReports } from '#lib/domain/credit/credit-report.ts';
import { readCreditOffer } from '../activity/read-credit-offer.ts';
import { selectIdentifiers } from '../credit/identifier-queries.ts';
import type { LearnerAndVersion } from '../credit/queries.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalCertificateOfVersion, selectOptionalHolder, type Holder } from './queries.ts';

type Eligible = Extract<CreditAnswer, { kind: 'eligible' }>;

/** One reason with all types that it holds for: most of them share it. */
function otherCredits({ refused }: Eligible): OtherCredit[] {
  const byReason = Map.groupBy(refused, ({ refusal }) => refusalWords(refusal));
  return [...byReason].map(([reason, types]) => ({ reason, names: types.map(({ name }) => name) }));
}

function offerOf(answer: Eligible, holder: Holder): Omit<ClaimOffer, 'known'> {
  const { credit } = answer;
  const designations = [credit, ...credit.added].map(({ designation }) => designation);
  return {
    name: credit.name,
    demonstration: credit.demonstration,
    designations: designations.filter((words) => words !== null),
    amounts: claimableAmounts(credit),
    preview: { holder: holderName(holder), heading: DOCUMENT_WORDS[credit.document].heading },
    reports: creditReports(credit.reports),
    others: otherCredits(answer)
  };
}

/** The certificate of a person for an activity version, or what it would be on a day (`YYYY-MM-DD`). */
export async function readClaim(
  db: Executor,
  { personId, activityVersionId, day }: LearnerAndVersion & { day: string }
): Promise<ClaimView> {
  const claimed = await selectOptionalCertificateOfVersion(db, { personId, activityVersionId });
  if (claimed) return { kind: 'claimed', certificateId: claimed.certificateId };
  const holder = await selectOptionalHolder(db, personId);
  if (!holder) return { kind: 'no-profile' };
  const answer = await readCreditOffer(db, { ...holder, activityVersionId, day });
  if (answer.kind === 'not-eligible') return { kind: 'not-eligible', reason: answer.reason };
  const known = await selectIdentifiers(db, personId);
  return { kind: 'open', offer: { ...offerOf(answer, holder), known } };
}
