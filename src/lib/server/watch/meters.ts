import { readFileSync } from 'node:fs';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import * as v from 'valibot';
import { makePoolMeter } from './pool-meter.ts';
import { makeRequestMeter } from './request-meter.ts';
import { makeStateMeter } from './state-meter.ts';

declare global {
  /** One set a process: the front that takes requests and the built program behind it hold modules of their own. */
  var footnoteMeters: Meters | undefined;
}

function makeEventMeters(register: Registry) {
  const registers = [register];
  return {
    responses: new Counter({
      name: 'footnote_responses_acknowledged_total',
      help: 'Responses that were acknowledged, each after its commit. The same again is not counted.',
      registers
    }),
    drawnPages: new Counter({
      name: 'footnote_drawn_pages_total',
      help: 'Pages that were answered as they were drawn before, without the framework.',
      registers
    }),
    signIns: new Counter({
      name: 'footnote_sign_ins_total',
      help: 'Sign-ins by step (first, second) and how it ended: ok, refused, throttled, busy (a storm of them).',
      labelNames: ['step', 'outcome'],
      registers
    })
  };
}

function makeDownloadMeters(register: Registry) {
  const registers = [register];
  return {
    downloads: new Gauge({
      name: 'footnote_downloads_under_way',
      help: 'Exports and files that are being read at this moment.',
      registers
    }),
    downloadBytes: new Counter({
      name: 'footnote_download_bytes_total',
      help: 'Bytes of exports and files that were handed out.',
      registers
    })
  };
}

function makeJobMeters(register: Registry) {
  const registers = [register];
  return {
    jobRuns: new Counter({
      name: 'footnote_job_runs_total',
      help: 'Runs of jobs in this process, by how they ended: done, failed.',
      labelNames: ['name', 'outcome'],
      registers
    }),
    jobSeconds: new Histogram({
      name: 'footnote_job_duration_seconds',
      help: 'How long a run of a job took.',
      labelNames: ['name'],
      buckets: [0.01, 0.1, 1, 10, 60, 600, 3600],
      registers
    })
  };
}

const packageSchema = v.object({ version: v.string() });

/** Which program this is: a change of a figure may be a change of the program. */
function tellBuild(register: Registry): void {
  const { version } = v.parse(packageSchema, JSON.parse(readFileSync('package.json', 'utf8')));
  new Gauge({
    name: 'footnote_build_info',
    help: 'Always 1; the labels say which program runs on which Node.',
    labelNames: ['version', 'node'],
    registers: [register]
  }).set({ version, node: process.version }, 1);
}

function makeMeters() {
  const register = new Registry();
  tellBuild(register);
  let collectsProcess = false;
  return {
    register,
    countRequest: makeRequestMeter(register),
    pools: makePoolMeter(register),
    state: makeStateMeter(register),
    ...makeEventMeters(register),
    ...makeDownloadMeters(register),
    ...makeJobMeters(register),
    /** Memory, processor, event loop, start of the process; what nobody reads costs nothing. */
    collectProcess: () => {
      if (!collectsProcess) collectDefaultMetrics({ register });
      collectsProcess = true;
    }
  };
}

type Meters = ReturnType<typeof makeMeters>;

/** What this process counts. */
export function meters(): Meters {
  return (globalThis.footnoteMeters ??= makeMeters());
}
