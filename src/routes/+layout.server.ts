import { navigationFor } from '#lib/domain/identity/navigation.ts';
import { deviceOwner } from './keep-on-device.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
  owner: deviceOwner(locals),
  personName: locals.holes?.name ?? locals.person?.givenName ?? null,
  links: navigationFor([...(locals.person?.roles ?? []), ...(locals.person?.lockedRoles ?? [])])
});
