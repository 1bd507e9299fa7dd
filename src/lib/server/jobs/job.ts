import type { Database } from '../db/index.ts';
import type { Environment } from '../environment.ts';

/** What a job works with. */
export type JobSurroundings = {
  database: Database;
  environment: Pick<Environment, 'smtpUrl' | 'mailFrom' | 'signingSecret' | 'auditHeadDir'>;
  /** The address that people use, e.g. `https://cme.example.org`. */
  address: string;
};

/** One run of a job. */
export type JobRun = {
  /** When it began. */
  now: Date;
  /** Aborted when the program stops: what takes long puts itself back then, and ends. */
  signal: AbortSignal;
  /** Asks for another job. */
  request: (name: string) => Promise<boolean>;
};

/** Something that is done in the background. It may run twice over the same data, after a power cut say. */
export type Job<Name extends string = string> = {
  name: Name;
  /** Heavy ones run one after the other, light ones beside them. */
  weight: 'light' | 'heavy';
  /** When it runs by itself, as cron in UTC; null: on request only. */
  when: string | null;
  run: (surroundings: JobSurroundings, run: JobRun) => Promise<unknown>;
};

/** The jobs of a running program. */
export type Jobs<Name extends string> = {
  /** Resolves once the queue is open: jobs are taken from then on. */
  opened: Promise<void>;
  /**
   * Asks for a job as soon as may be. Asked for twice before it begins, it runs once. False: the queue cannot be
   * reached at this moment. Never throws.
   */
  request: (name: Name) => Promise<boolean>;
  /** Takes no new ones, lets those under way end. */
  stop: () => Promise<void>;
};
