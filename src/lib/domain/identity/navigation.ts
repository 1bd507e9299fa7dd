import type { Role } from './role.ts';

export type NavigationLink = { href: string; label: string };

/** The main navigation: three entries for everyone, Author for educators, Admin for admins (ux.md §3). */
export function navigationFor(roles: readonly Role[]): NavigationLink[] {
  return [
    { href: '/activities', label: 'Activities' },
    { href: '/me', label: 'My learning' },
    { href: '/help', label: 'Help' },
    ...(roles.includes('educator') ? [{ href: '/author', label: 'Author' }] : []),
    ...(roles.includes('admin') ? [{ href: '/admin', label: 'Admin' }] : [])
  ];
}
