import { NO_IDENTIFIER_FIELDS, type IdentifierFields } from './reporting-identifiers.ts';

/** What a learner lets be reported of a credit when claiming it. */
export type ReportingChoice = {
  /** The reports that were ticked, e.g. `pars`; what is not offered is passed over. */
  permitted: string[];
  /** What was typed of the identifiers that they need. */
  typed: IdentifierFields;
};

/** Nothing is ticked: as the form begins. */
export const NOTHING_PERMITTED: ReportingChoice = { permitted: [], typed: NO_IDENTIFIER_FIELDS };
