import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { creditReports } from '#lib/domain/credit/credit-report.ts';
import type { Consent, ConsentStep } from '#lib/domain/privacy/consents.ts';
import type { Executor } from '../db/index.ts';
import { listAskedAboutLetters, listLoggedSteps, listPermissionSteps } from './consent-queries.ts';

type Dated = ConsentStep & { at: Date };

const latestFirst = (steps: Dated[]): ConsentStep[] =>
  steps
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .map(({ on, given, text, version }) => ({ on, given, text, version }));

const dated = (at: Date, step: Omit<ConsentStep, 'on'>): Dated => ({ at, on: calendarDayOf(at), ...step });

async function reports(db: Executor, personId: string): Promise<Consent[]> {
  const rows = await listPermissionSteps(db, personId);
  const byReport = Map.groupBy(rows, ({ activityVersionId, report }) => `${activityVersionId}-${report}`);
  return [...byReport].map(([id, steps]) => {
    const { report = '', title = '' } = steps[0] ?? {};
    return {
      id,
      what: `${creditReports([report])[0]?.name ?? report}: ${title}`,
      href: '/me/reporting',
      steps: latestFirst(
        steps.map(({ at, given, text, version }) => dated(at, { given, text, version: String(version) }))
      )
    };
  });
}

/** What an evaluation asked about letters, and what was said to it. */
async function askedAboutLetters(db: Executor, personId: string): Promise<Dated[]> {
  return (await listAskedAboutLetters(db, personId)).flatMap(({ answers, form, version, at }) =>
    form.questions.flatMap((question) => {
      const answer = answers[question.id];
      if (question.type !== 'consent' || answer?.type !== 'consent') return [];
      return [dated(at, { given: answer.option === 'yes', text: question.text, version })];
    })
  );
}

/**
 * Everything that a person was asked to consent to, each with its history, which nobody changes: reports of credit, letters
 * that follow an activity, and what was said at the gate.
 */
export async function readConsents(db: Executor, personId: string): Promise<Consent[]> {
  const logged = await listLoggedSteps(db, personId);
  const atGate = logged.filter(({ action }) => action === 'identity.answer-gate');
  const switched = logged.filter(({ action }) => action !== 'identity.answer-gate');
  const letters = [
    ...(await askedAboutLetters(db, personId)),
    ...switched.map(({ at, action }) =>
      dated(at, { given: action === 'identity.accept-follow-ups', text: '', version: '' })
    )
  ];
  const gate = atGate.map(({ at, isProfessional, version }) =>
    dated(at, { given: isProfessional === true, text: '', version })
  );
  return [
    ...(await reports(db, personId)),
    {
      id: 'letters',
      what: 'Letters that follow an activity',
      href: '/me/follow-ups',
      steps: latestFirst(letters)
    },
    { id: 'gate', what: 'That you are a healthcare professional', href: '/gate', steps: latestFirst(gate) }
  ];
}
