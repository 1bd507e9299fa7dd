import { error } from '@sveltejs/kit';
import { readPostedFields } from './posted-fields.ts';

const WHY = {
  'signed-out': 'You were signed out before this was saved.',
  'no-second-factor': 'This was not saved, since you have not shown your second factor yet.'
};

/** Answers with a page that holds what was sent, from which it can be sent again. */
export async function giveBack(request: Request, why: keyof typeof WHY): Promise<never> {
  const unsent = [...(await readPostedFields(request))].flatMap(([name, values]) =>
    values.map((value) => ({ name, value }))
  );
  error(401, { message: `${WHY[why]} What you wrote is still here.`, unsent });
}
