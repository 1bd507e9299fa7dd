import { clockFaults } from './clock.ts';
import { awayFaults } from './database-away.ts';
import { deployFaults } from './deploy.ts';
import { diskFaults } from './disk.ts';
import { duplicateFaults } from './duplicates.ts';
import type { Fault } from './fault.ts';
import { finishFaults } from './finish-and-submit.ts';
import { killFaults } from './kill.ts';

/** All that is made to go wrong, in the order in which it is. */
export const FAULTS: Fault[] = [
  ...killFaults,
  ...awayFaults,
  ...diskFaults,
  ...clockFaults,
  ...duplicateFaults,
  ...finishFaults,
  ...deployFaults
];
