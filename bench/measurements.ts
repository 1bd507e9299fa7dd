import { bytes } from './bytes.ts';
import { completions } from './completions.ts';
import { demoFill } from './demo-fill.ts';
import { exports } from './export.ts';
import type { Measurement } from './figure.ts';
import { growth } from './growth.ts';
import { heldMemory } from './held-memory.ts';
import { items } from './items.ts';
import { pages } from './pages.ts';
import { passwords } from './passwords.ts';
import { signInStorm } from './sign-in-storm.ts';
import { start } from './start.ts';
import { submit } from './submit.ts';

/** All that there is, in this order: what fills the database comes after what is measured on a small one. */
export const MEASUREMENTS: Measurement[] = [
  bytes,
  start,
  submit,
  pages,
  passwords,
  heldMemory,
  signInStorm,
  items,
  exports,
  completions,
  demoFill,
  growth
];
