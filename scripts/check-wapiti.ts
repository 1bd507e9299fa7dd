/**
 * `npm run check:wapiti [-- SECONDS]`: starts the built program on a database of its own, signs one person of each role in
 * and has wapiti look through it as each of them, for so long at most (600). Fails where it finds something of medium or
 * higher. Not part of `npm test`, since it takes long and wapiti is a program of its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holderOf, newProfessional } from '../tests/support/accounts.ts';
import { makeFirstAdmin } from '../tests/support/first-admin.ts';
import { embeddedDatabase, startApp } from '../tests/support/running-app.ts';
import type { Visitor } from '../tests/support/visitor.ts';
import { MEDIUM } from './wapiti/findings.ts';
import { scan } from './wapiti/scan.ts';

if (spawnSync('wapiti', ['--version']).error !== undefined) {
  console.error('wapiti is not installed. On Debian or Ubuntu: apt-get install -y wapiti.');
  process.exit(2);
}

const seconds = Number(process.argv[2] ?? 600);
let failures = 0;

/** Looks through what one person sees; a scan after which they are signed out has seen too little. */
async function check(
  origin: string,
  { who, visitor, start }: { who: string; visitor: Visitor; start: string }
) {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-wapiti-'));
  try {
    const findings = await scan({ origin, visitor, start, seconds, folder });
    for (const { level, kind, method, path, parameter, info } of findings)
      console.log(
        `${level >= MEDIUM ? 'FAIL' : 'low '}  ${who}: ${kind}: ${method} ${path} ${parameter}: ${info}`
      );
    const grave = findings.filter(({ level }) => level >= MEDIUM).length;
    const { status } = await visitor.get(start);
    console.log(
      `${grave === 0 && status === 200 ? 'ok  ' : 'FAIL'}  ${who}: ${grave} of medium or higher, and ${start} answers ${status}`
    );
    failures += grave + (status === 200 ? 0 : 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const database = embeddedDatabase();
const app = await startApp(database);
try {
  const { origin } = app;
  const admin = await makeFirstAdmin(app);
  const staff = { origin, admin };
  const people = [
    { who: 'visitor', visitor: await newProfessional(origin), start: '/activities' },
    { who: 'clinician', visitor: await holderOf('clinician', staff), start: '/me' },
    { who: 'educator', visitor: await holderOf('educator', staff), start: '/author' },
    { who: 'admin', visitor: await holderOf('admin', staff), start: '/admin' }
  ];
  for (const person of people) await check(origin, person);
  const broken = app
    .output()
    .split('\n')
    .filter((line) => line.includes('unexpected error'));
  for (const line of broken) console.log(`FAIL  ${line}`);
  failures += broken.length;
} finally {
  await app.stop();
  await database.remove();
}
process.exitCode = failures > 0 ? 1 : 0;
