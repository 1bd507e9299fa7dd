import { LEAST_TO_SHOW } from './judge-items.ts';
import type { Outcomes } from './judge-outcomes.ts';

/** A level of Moore’s (2009) with what stands behind it here; `pars`: the outcome measure that PARS calls so. */
export type OutcomeLevel = { level: string; evidence: string; pars: string | null };

const atLeast = (count: number | null): count is number => count !== null && count >= LEAST_TO_SHOW;

const level = (isSupported: boolean, found: OutcomeLevel) => (isSupported ? [found] : []);

/** Levels 1 and 2: who took part, and who said what they thought. */
function takingPart({ learners, funnel }: Outcomes): OutcomeLevel[] {
  const began = funnel.find(({ id }) => id === 'preTestStarted')?.people ?? null;
  const evaluated = funnel.find(({ id }) => id === 'evaluated')?.people ?? null;
  return [
    ...level(atLeast(began), {
      level: '1 Participation',
      evidence: `${began} learners started the pre-test; ${learners.certified ?? 'fewer than 5'} hold a certificate.`,
      pars: null
    }),
    ...level(atLeast(evaluated), {
      level: '2 Satisfaction',
      evidence: `${evaluated} learners evaluated the activity, bias included.`,
      pars: null
    })
  ];
}

/**
 * The levels that the data support (cme-rules.md §6.2): knowledge by matched pairs; competence by intent only, since
 * items are not marked as vignettes; performance by what learners report of themselves. Levels 6 and 7 are not measured.
 */
export function outcomeLevels(outcomes: Outcomes): OutcomeLevel[] {
  const { learners, commitments, followUps, score } = outcomes;
  const answered = followUps.reduce((sum, followUp) => sum + (followUp.answered ?? 0), 0);
  return [
    ...takingPart(outcomes),
    ...level(score !== null, {
      level: '3 Learning: knowledge',
      evidence: `${learners.matched} matched pairs of first attempts.`,
      pars: 'Learner Knowledge: objective'
    }),
    ...level(atLeast(commitments.committed), {
      level: '4 Competence',
      evidence: `${commitments.committed} learners committed to a change. Intent only: items are not marked as vignettes, so judge yourself whether the pairs ask for application.`,
      pars: 'Learner Competence: subjective'
    }),
    ...level(answered >= LEAST_TO_SHOW, {
      level: '5 Performance',
      evidence: `${answered} follow-ups answered: what learners report of their own practice.`,
      pars: 'Learner Performance: subjective'
    })
  ];
}
