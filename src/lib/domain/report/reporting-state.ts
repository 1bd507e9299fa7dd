/** The reports in which a completion can stand, with their names. */
export const REPORTS = [
  { id: 'pars', label: 'PARS' },
  { id: 'ce-broker', label: 'CE Broker' },
  { id: 'cpe-monitor', label: 'CPE Monitor' },
  { id: 'abim-moc', label: 'ABIM MOC' }
] as const;

/** How a completion stands with a report; `none`: it was never sent. */
export const REPORTING_STATES = [
  { id: 'none', label: 'never sent' },
  { id: 'submitted', label: 'sent, not answered' },
  { id: 'accepted', label: 'accepted' },
  { id: 'rejected', label: 'rejected' },
  { id: 'deleting', label: 'asked to delete' },
  { id: 'deleted', label: 'deleted' }
] as const;

/** How a completion stands with one report. */
export type ReportingStanding = {
  report: (typeof REPORTS)[number]['id'];
  state: (typeof REPORTING_STATES)[number]['id'];
};

/** Reads `pars:accepted`; null where no report or no state has that name. */
export function readReportingStanding(text: string): ReportingStanding | null {
  const [reportId, stateId, ...rest] = text.split(':');
  const report = REPORTS.find(({ id }) => id === reportId)?.id;
  const state = REPORTING_STATES.find(({ id }) => id === stateId)?.id;
  return report && state && rest.length === 0 ? { report, state } : null;
}
