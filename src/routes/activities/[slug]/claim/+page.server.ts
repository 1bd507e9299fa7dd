import { fail, redirect } from '@sveltejs/kit';
import { refusalWords } from '#lib/domain/accreditation/refusal.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { missingRequirements } from '#lib/domain/credit/missing-requirements.ts';
import { nextStep } from '#lib/domain/credit/next-step.ts';
import { claimCredit } from '#lib/server/certificate/claim-credit.ts';
import { readClaim } from '#lib/server/certificate/read-claim.ts';
import { readLearnerProgress } from '#lib/server/credit/read-learner-progress.ts';
import { requirePerson, requireSender } from '../../../guard.ts';
import { requireActivity } from '../require-activity.ts';
import { readClaimForm } from './claim-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id: personId } = requirePerson(event);
  const { activityVersionId, ...activity } = await requireActivity(event);
  const { db, now } = event.locals;
  const learner = { personId, activityVersionId };
  const progress = await readLearnerProgress(db, learner);
  const claim = await readClaim(db, { ...learner, day: progress.completedOn ?? calendarDayOf(now) });
  if (claim.kind === 'claimed') redirect(303, `/certificates/${claim.certificateId}`);
  return {
    activity: { slug: activity.slug, title: activity.title },
    isDemonstration: activity.accreditation.mode === 'demonstration',
    missing: progress.completedOn === null ? missingRequirements(progress) : [],
    step: nextStep(progress),
    claim
  };
};

const REFUSALS = {
  missing: 'Something is still missing before you can claim. It is listed below.',
  closed: 'This activity is closed for credit. You can still read and practice.',
  'no-profile': 'Add your name and profession first, so that the certificate can carry them.'
};

export const actions: Actions = {
  default: async (event) => {
    const { id: personId } = await requireSender(event);
    const { activityVersionId } = await requireActivity(event);
    const { db, now } = event.locals;
    const { amount, quarterCredits, reporting } = readClaimForm(await event.request.formData());
    const claim = await claimCredit(db, { personId, activityVersionId, quarterCredits, reporting, now });
    if (claim.ok) redirect(303, `/certificates/${claim.value.certificateId}`);
    const { problem } = claim;
    if (problem.kind === 'wrong-fields')
      return fail(400, { amount, choice: reporting, problems: problem.problems });
    const message = problem.kind === 'not-eligible' ? refusalWords(problem.reason) : REFUSALS[problem.kind];
    return fail(409, { amount, choice: reporting, problems: [{ field: 'claim', message }] });
  }
};
