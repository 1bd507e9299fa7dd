import type { ShippedRule } from '../credit-rule.ts';
import { AAPA } from './aapa.ts';
import { ABIM_MOC } from './abim-moc.ts';
import { ACPE } from './acpe.ts';
import { AMA_PRA } from './ama-pra.ts';
import { ANCC } from './ancc.ts';
import { DEMONSTRATION } from './demonstration.ts';
import { EACCME } from './eaccme.ts';
import { IPCE } from './ipce.ts';
import { OWN } from './own.ts';
import { PARTICIPATION_RULES } from './participation.ts';
import { RCP } from './rcp.ts';

/**
 * The rules that the program brings. They go into the table of rules at the start, where an admin reads them and follows
 * them with newer versions; a version that was brought is never changed here, it gets a successor.
 */
export const SHIPPED_RULES: readonly ShippedRule[] = [
  ...AMA_PRA,
  ...ANCC,
  ...ACPE,
  ...AAPA,
  ...RCP,
  ...EACCME,
  ...OWN,
  ...IPCE,
  ...ABIM_MOC,
  ...DEMONSTRATION,
  ...PARTICIPATION_RULES
];
