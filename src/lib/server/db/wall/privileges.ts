/** What the program may do with the rows of a table. TRUNCATE, REFERENCES and TRIGGER it never may. */
export type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** What is granted on a table, and why it is not everything. */
export type Listed = {
  privileges: readonly Privilege[];
  /** Columns that may be updated where the rows as a whole may not. */
  updates?: readonly string[];
  because: string;
};

/** Of every table that is not listed below, those of later migrations among them. */
const USUAL: Listed = {
  privileges: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  because: 'rows that the program writes, changes and removes'
};

const addedTo = (because: string): Listed => ({ privileges: ['SELECT', 'INSERT'], because });

/**
 * The tables of which the program may do less. What has to be removed in spite of it, when a time of keeping ends say, is
 * removed by a function of the database that belongs to the owner (SECURITY DEFINER) and looks at the time itself.
 */
const EXCEPTIONS = new Map<string, Listed>(
  Object.entries({
    audit_events: addedTo('what was done stays written down'),
    audit_seals: addedTo('the chain only grows'),
    audit_heads: addedTo('what a day ended with stays'),
    audit_particulars: {
      privileges: ['SELECT', 'INSERT', 'DELETE'],
      because: 'they may be erased, and say what they said until then'
    },
    audit_sealing: { privileges: ['SELECT', 'UPDATE'], because: 'the one row of where sealing stands' },
    erasures: {
      privileges: ['SELECT', 'INSERT'],
      updates: ['finished_at'],
      because: 'an erasure is asked for once and finished once'
    },
    completions: addedTo('participation is verified for six years'),
    credits: addedTo('credit is corrected by a further row'),
    certificates: addedTo('a document is corrected by a further one'),
    certificate_revocations: addedTo('a document that was revoked stays revoked'),
    verification_grants: addedTo('who was shown a hidden document stays on record'),
    badges: addedTo('what was signed stays as it was signed'),
    reporting_permissions: addedTo('a permission is withdrawn by a further row'),
    regrade_changes: addedTo('how a score was changed stays on record'),
    report_submissions: addedTo('what an accreditor was sent stays on record'),
    report_submission_rows: addedTo('what an accreditor was sent stays on record'),
    report_answers: addedTo('what an accreditor answered stays on record'),
    report_numbers: addedTo('a number is taken back by a further row'),
    mapping_versions: addedTo('a file of last year can be explained'),
    credit_rules: addedTo('a document of six years ago can be explained'),
    provider_versions: addedTo('who was accredited on a day stays on record'),
    accreditation_statements: addedTo('the wording of six years ago can be read'),
    accreditation_attestations: addedTo('an attestation stays on record'),
    item_approvals: addedTo('who approved what stays on record'),
    item_version_authors: addedTo('an author stays one for as long as there is the version'),
    item_version_references: addedTo('what a published item rests on stays'),
    signing_keys: {
      privileges: ['SELECT', 'INSERT'],
      updates: ['retired_at', 'encrypted_private_key'],
      because: 'a key is retired, and nothing else'
    },
    accommodations: {
      privileges: ['SELECT', 'INSERT', 'DELETE'],
      updates: ['ended_at', 'ended_by'],
      because: 'what was granted is ended, and nothing else; erasure removes it'
    },
    regrades: {
      privileges: ['SELECT', 'INSERT'],
      updates: ['undone_at', 'undone_by', 'undo_reason'],
      because: 'a regrade is undone, and nothing else'
    }
  })
);

/** What the program may do with a table of the schema `public`. */
export function privilegesOn(table: string): Listed {
  return EXCEPTIONS.get(table) ?? USUAL;
}

/** The tables that are listed, to be compared with those that there are. */
export const LISTED_TABLES = [...EXCEPTIONS.keys()];
