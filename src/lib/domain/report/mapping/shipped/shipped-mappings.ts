import type { ShippedMapping } from '../report-mapping.ts';
import { CE_BROKER } from './ce-broker.ts';
import { CPE_MONITOR } from './cpe-monitor.ts';
import { GENERIC } from './generic.ts';
import { PARS_ACTIVITY } from './pars-activity.ts';
import { PARS_LEARNERS } from './pars-learners.ts';
import { PARS_LEARNERS_TEXT } from './pars-learners-text.ts';

/**
 * The mappings that the program brings. They go into the table of mappings at the start; a version that was brought is
 * never changed here, it gets a successor. An admin copies one to change it.
 */
export const SHIPPED_MAPPINGS: readonly ShippedMapping[] = [
  ...PARS_LEARNERS,
  ...PARS_LEARNERS_TEXT,
  ...CE_BROKER,
  ...CPE_MONITOR,
  ...PARS_ACTIVITY,
  ...GENERIC
];
