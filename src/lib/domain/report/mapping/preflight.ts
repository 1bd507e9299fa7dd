import type { Fault } from './fault.ts';
import type { FaultKind } from './fault-kinds.ts';
import type { ReportCell } from './report-mapping.ts';

/** A completion that is not ready, with everything that is wrong with it. No name: the page of the person has it. */
export type NotReady = {
  completionId: string;
  completedOn: string;
  activityTitle: string;
  faults: Fault[];
};

/** A kind of fault with the number of completions that have it. */
export type FaultCount = {
  kind: FaultKind;
  title: string;
  why: string;
  group: 'mend' | 'never' | 'sent';
  rows: number;
};

/** What a file would hold, and what it would not. */
export type Preflight = {
  ready: number;
  notReady: number;
  /** The most frequent first. */
  counts: FaultCount[];
  /** A page of those that are not ready. */
  rows: NotReady[];
  page: number;
  pages: number;
  /** The first records as the file will have them, personal data masked unless they were asked for. */
  preview: ReportCell[][];
};
