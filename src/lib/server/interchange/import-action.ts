/** The action under which the audit log holds imports of activities. */
export const IMPORT_ACTION = 'interchange.import-activity';
