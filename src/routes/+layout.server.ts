import { navigationFor } from '#lib/domain/identity/navigation.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
  personName: locals.person?.givenName ?? null,
  links: navigationFor([...(locals.person?.roles ?? []), ...(locals.person?.lockedRoles ?? [])])
});
