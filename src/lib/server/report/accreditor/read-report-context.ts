import type { CreditOffer } from '#lib/domain/accreditation/credit-offer.ts';
import type { RuleVersion } from '#lib/domain/accreditation/credit-rule.ts';
import type { Provider } from '#lib/domain/accreditation/provider.ts';
import type { ReportNumbers } from '#lib/domain/report/mapping/report-numbers.ts';
import { selectOptionalProvider } from '../../accreditation/provider-queries.ts';
import { listRuleVersions } from '../../accreditation/rule-queries.ts';
import type { Executor } from '../../db/index.ts';
import { listAllOffers, listReportedVersions } from './context-queries.ts';
import { listNumbers } from './number-queries.ts';

type ReportedVersion = Awaited<ReturnType<typeof listReportedVersions>>[number];

/** What all records of a file have in common, read once. */
export type ReportContext = {
  provider: Provider | null;
  /** Of the provider under null, of activities under their ids. */
  numbers: Map<string | null, ReportNumbers>;
  versions: Map<string, ReportedVersion>;
  offers: Map<string, CreditOffer[]>;
  rules: Map<string, RuleVersion>;
};

/** Provider, numbers, activities, rules and offers as they stand. */
export async function readReportContext(db: Executor): Promise<ReportContext> {
  const offers = await listAllOffers(db);
  return {
    provider: await selectOptionalProvider(db),
    numbers: await listNumbers(db),
    versions: new Map((await listReportedVersions(db)).map((version) => [version.id, version])),
    offers: Map.groupBy(offers, ({ activityVersionId }) => activityVersionId),
    rules: new Map((await listRuleVersions(db)).map((rule) => [rule.id, rule]))
  };
}
