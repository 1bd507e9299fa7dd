import { Gauge, type Registry } from 'prom-client';
import type { State } from './read-state.ts';

function makeGauges(register: Registry) {
  const gauge = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name, help, labelNames, registers: [register] });
  return {
    up: gauge('footnote_database_up', '1: the database answers within two seconds; 0: it does not.'),
    jobs: gauge('footnote_jobs', 'Jobs in the queue; failed ones stay in it for an hour.', ['name', 'state']),
    letters: gauge('footnote_outbox_letters', 'Letters that wait, and letters that were given up.', [
      'state'
    ]),
    overdue: gauge(
      'footnote_outbox_overdue_seconds',
      'The age of the oldest letter that is due, or was tried in vain; 0: there is none.'
    ),
    position: gauge('footnote_audit_sealed_position', 'Events of the audit log that are sealed.'),
    unsealed: gauge(
      'footnote_audit_unsealed_seconds',
      'The age of the oldest event of the audit log that is not sealed; 0: all are.'
    )
  };
}

/**
 * What the database says of the whole installation: each instance says the same, so take the greatest. Null: it does not
 * answer, and nobody knows; the figures of before would say that all is well.
 */
export function makeStateMeter(register: Registry) {
  const { up, jobs, letters, overdue, position, unsealed } = makeGauges(register);
  return (state: State | null) => {
    jobs.reset();
    letters.reset();
    up.set(state === null ? 0 : 1);
    if (state === null) {
      for (const gauge of [overdue, position, unsealed]) gauge.remove();
      return;
    }
    for (const { job, at, count } of state.jobs) jobs.set({ name: job, state: at }, count);
    letters.set({ state: 'waiting' }, state.outbox.waiting);
    letters.set({ state: 'failed' }, state.outbox.failed);
    overdue.set(state.outbox.overdueSeconds);
    position.set(state.chain.position);
    unsealed.set(state.chain.unsealedSeconds);
  };
}
