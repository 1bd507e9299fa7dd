import { mayBeKept } from '../keep-on-device.ts';
import type { PageServerLoad } from './$types';

/** For everybody: it holds nothing of anybody, but a signed-in person's browser keeps it for when there is no network. */
export const load: PageServerLoad = (event) => mayBeKept(event);
