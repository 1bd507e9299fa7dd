/**
 * Loaded before the built program (`node --import`): its clock goes wrong by as many milliseconds as stand in the file
 * that FAULTS_CLOCK names. Timers run on; the database keeps its own clock.
 */
import { readFileSync } from 'node:fs';

const file = process.env['FAULTS_CLOCK'] ?? '';
const trueNow = Date.now;
let shift = 0;

function read(): void {
  try {
    shift = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    shift = 0;
  }
}

read();
setInterval(read, 20).unref();

const shiftedNow = () => trueNow() + shift;

globalThis.Date = new Proxy(Date, {
  construct: (target, words, newTarget) =>
    Reflect.construct(target, words.length === 0 ? [shiftedNow()] : words, newTarget),
  apply: () => new Date(shiftedNow()).toString(),
  get: (target, name, receiver) => (name === 'now' ? shiftedNow : Reflect.get(target, name, receiver))
});
