import { completions } from './completions.ts';
import { demoFill } from './demo-fill.ts';
import { exports } from './export.ts';
import type { Measurement } from './figure.ts';
import { items } from './items.ts';
import { pages } from './pages.ts';
import { signInStorm } from './sign-in-storm.ts';
import { submit } from './submit.ts';

/** All that there is, in this order: what fills the database comes after what is measured on a small one. */
export const MEASUREMENTS: Measurement[] = [
  submit,
  pages,
  signInStorm,
  items,
  exports,
  completions,
  demoFill
];
