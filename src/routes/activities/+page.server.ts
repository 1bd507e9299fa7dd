import { listCards } from './list-cards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ cards: await listCards(locals) });
