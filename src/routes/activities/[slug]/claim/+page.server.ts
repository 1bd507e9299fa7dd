import { fail, redirect } from '@sveltejs/kit';
import { claimableAmounts } from '#lib/domain/credit/claimable-amounts.ts';
import { missingRequirements } from '#lib/domain/credit/missing-requirements.ts';
import { nextStep } from '#lib/domain/credit/next-step.ts';
import { claimCredit } from '#lib/server/certificate/claim-credit.ts';
import { readClaim } from '#lib/server/certificate/read-claim.ts';
import { readLearnerProgress } from '#lib/server/credit/read-learner-progress.ts';
import { formText } from '../../../form-text.ts';
import { requirePerson } from '../../../guard.ts';
import { requireActivity } from '../require-activity.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id: personId } = requirePerson(event);
  const { activityVersionId, ...activity } = await requireActivity(event);
  const learner = { personId, activityVersionId };
  const { certificateId, preview } = await readClaim(event.locals.db, learner);
  if (certificateId !== null) redirect(303, `/certificates/${certificateId}`);
  const progress = await readLearnerProgress(event.locals.db, learner);
  return {
    activity: { slug: activity.slug, title: activity.title },
    isDemonstration: activity.accreditation.mode === 'demonstration',
    missing: progress.completedOn === null ? missingRequirements(progress) : [],
    step: nextStep(progress),
    amounts: claimableAmounts(activity.maximumQuarterCredits),
    preview
  };
};

const REFUSALS = {
  missing: 'Something is still missing before you can claim. It is listed below.',
  closed: 'This activity is closed for credit. You can still read and practice.',
  'refuse-amount': 'Choose one of the amounts',
  'no-profile': 'Add your name and profession first, so that the certificate can carry them.'
};

export const actions: Actions = {
  default: async (event) => {
    const { id: personId } = requirePerson(event);
    const { activityVersionId } = await requireActivity(event);
    const { db, now } = event.locals;
    const amount = formText(await event.request.formData(), 'quarterCredits');
    const quarterCredits = /^\d{1,4}$/.test(amount) ? Number(amount) : 0;
    const claim = await claimCredit(db, { personId, activityVersionId, quarterCredits, now });
    if (claim.ok) redirect(303, `/certificates/${claim.value.certificateId}`);
    const { kind } = claim.problem;
    const problems = [{ field: 'quarterCredits', message: REFUSALS[kind] }];
    return fail(kind === 'refuse-amount' ? 400 : 409, { amount, problems });
  }
};
