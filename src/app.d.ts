import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '#lib/server/environment.ts';
import type { Database, Executor } from '#lib/server/db/index.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import type { Jobs } from '#lib/server/jobs/job.ts';
import type { JobName } from '#lib/server/jobs/job-list.ts';
import type { Application } from '#lib/server/start-up.ts';

declare module 'node:http' {
  interface IncomingMessage {
    /** Takes the page that answers, drawn with a hole for the name, to keep it; absent: it is not to be kept. */
    footnoteKeep?: (html: string, headers: Headers) => Promise<void>;
  }
}

declare global {
  /** What this process opened at start; see hooks.server.ts. */
  var footnote: Promise<Application> | undefined;
  /** Answers in front of the framework with pages that are kept; see routes/drawn. False: not answered. */
  var footnoteDrawn:
    ((request: IncomingMessage, response: ServerResponse) => Promise<boolean> | false) | undefined;
  namespace App {
    /** What the adapter adds; the development server has none. */
    interface Platform {
      req: IncomingMessage;
    }
    interface Locals {
      /** The database as whoever asks may see it; see routes/executor-of.ts. */
      db: Executor;
      /** All of it, with what its driver alone can do: files of any size. */
      database: Database;
      environment: Environment;
      /** Asks for a job in the background; see server/jobs/job-list.ts. */
      requestJob: Jobs<JobName>['request'];
      /** The instant of the request; actions take it as `now`. */
      now: Date;
      /** Null: nobody is signed in. */
      person: SignedInPerson | null;
      /** The version of the gate's wording that this browser passed, or null. */
      gateVersion: string | null;
      /** The status that is true where the framework would answer 500, or 200 to a mistaken address; null: its own. */
      statusInstead: number | null;
      /** Stands in a page that is drawn for everybody where it speaks of one person; null: they are spoken of. */
      holes: { name: string; owner: string } | null;
    }
    interface Error {
      message: string;
      /** What a person can tell support, e.g. `7F3K`; it stands in the log beside the error. */
      reference?: string;
      /** The fields of a form that could not be taken, to be sent again. */
      unsent?: { name: string; value: string }[];
      /** The status of the answer, where it is not the framework's. */
      status?: number;
    }
  }
}
