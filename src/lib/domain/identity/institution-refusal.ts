/** Why somebody who came back from an institution was not let in. */
export type InstitutionRefusal =
  | 'unknown-state'
  | 'other-browser'
  | 'switched-off'
  | 'secret-lost'
  | 'no-answer'
  | 'not-confirmed'
  | 'not-valid'
  | 'disabled'
  | 'address-taken'
  | 'no-accounts'
  | 'linked-elsewhere'
  | 'other-person';

const AGAIN = 'Start again from the sign-in page.';

/** What the person reads, with the status of the page. */
export const INSTITUTION_REFUSALS: Record<InstitutionRefusal, { status: number; message: string }> = {
  'unknown-state': {
    status: 400,
    message: `This sign-in was used already, or it took longer than ten minutes. ${AGAIN}`
  },
  'other-browser': { status: 400, message: `This sign-in did not begin in this browser. ${AGAIN}` },
  'switched-off': { status: 403, message: 'Signing in at this institution is switched off here.' },
  'secret-lost': {
    status: 403,
    message: 'Signing in at this institution does not work at the moment. An admin of this site can mend it.'
  },
  'no-answer': { status: 403, message: 'Your institution does not answer at the moment. Try again later.' },
  'not-confirmed': { status: 403, message: `Your institution did not sign you in. ${AGAIN}` },
  'not-valid': {
    status: 403,
    message: `What your institution sent could not be verified, so you were not signed in. ${AGAIN}`
  },
  disabled: {
    status: 403,
    message: 'Your account here is disabled. An admin of this site can help.'
  },
  'address-taken': {
    status: 403,
    message:
      'The e-mail address that your institution gave us belongs to an account here. Sign in to that account as you did so far, then connect it to your institution under Settings.'
  },
  'no-accounts': { status: 403, message: 'Your institution is not set up to make accounts here.' },
  'linked-elsewhere': {
    status: 403,
    message: 'This sign-in of your institution is connected to another account here.'
  },
  'other-person': {
    status: 403,
    message: 'You are not signed in as the person who began to connect an account. Nothing was changed.'
  }
};
