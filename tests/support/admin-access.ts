import { ACCREDITOR_ACCESS } from './accreditor-access.ts';
import { only, writtenByAdmin, type Access } from './access-verdicts.ts';

/** The routes of admins, with what each asker gets. */
export const ADMIN_ACCESS: Access[] = [
  { route: '/admin', get: only('admin', 200) },
  { route: '/admin/accreditation', get: only('admin', 200) },
  { route: '/admin/accreditation/provider', get: only('admin', 200), actions: { default: writtenByAdmin } },
  {
    route: '/admin/accreditation/rules/[key]',
    path: '/admin/accreditation/rules/ama-pra-1',
    get: only('admin', 200),
    actions: { default: writtenByAdmin }
  },
  { route: '/admin/accreditation/rules/new', get: only('admin', 200), actions: { default: writtenByAdmin } },
  {
    route: '/admin/accreditation/activities/[id]',
    path: '/admin/accreditation/activities/{activity}',
    get: only('admin', 200),
    actions: { offers: writtenByAdmin, attest: writtenByAdmin, withdraw: writtenByAdmin }
  },
  { route: '/admin/disclosures', get: only('admin', 200) },
  { route: '/admin/people', get: only('admin', 200) },
  { route: '/admin/people/new', get: only('admin', 200), actions: { default: writtenByAdmin } },
  {
    route: '/admin/people/[id]',
    path: '/admin/people/{person}',
    get: only('admin', 200),
    actions: {
      give: only('admin', 'let in'),
      take: only('admin', 'let in'),
      accommodate: writtenByAdmin,
      endAccommodation: only('admin', 'let in')
    }
  },
  {
    route: '/admin/people/[id]/erase',
    path: '/admin/people/{person}/erase',
    get: only('admin', 200),
    actions: { default: only('admin', 'let in') }
  },
  {
    route: '/admin/settings/retention',
    get: only('admin', 200),
    actions: { default: only('admin', 'let in') }
  },
  {
    route: '/admin/people/[id]/second-factor',
    path: '/admin/people/{person}/second-factor',
    get: only('admin', 200),
    actions: { default: only('admin', 'let in') }
  },
  {
    route: '/admin/people/[id]/access',
    path: '/admin/people/{person}/access',
    get: only('admin', 200),
    actions: {
      end: only('admin', 'let in'),
      disable: only('admin', 'let in'),
      enable: only('admin', 'let in')
    }
  },
  {
    route: '/admin/settings',
    get: only('admin', 200),
    actions: { review: only('admin', 'let in'), library: only('admin', 'let in') }
  },
  {
    route: '/admin/settings/tokens',
    get: only('admin', 200),
    actions: { create: only('admin', 'let in'), revoke: only('admin', 'let in') }
  },
  { route: '/admin/settings/institutions', get: only('admin', 200) },
  {
    route: '/admin/settings/institutions/new',
    get: only('admin', 200),
    actions: { default: writtenByAdmin }
  },
  {
    route: '/admin/settings/institutions/[id]',
    path: '/admin/settings/institutions/{institution}',
    get: only('admin', 200),
    actions: { test: only('admin', 409), save: writtenByAdmin, switch: only('admin', 'let in') }
  },
  { route: '/admin/outcomes', get: only('admin', 200) },
  {
    route: '/admin/outcomes/[id]',
    path: '/admin/outcomes/{outcomes}',
    get: only('admin', 200),
    actions: { compute: only('admin', 'let in') }
  },
  {
    route: '/admin/outcomes/[id]/export.csv',
    path: '/admin/outcomes/01890000-0000-7000-8000-000000000000/export.csv',
    get: only('admin', 404)
  },
  { route: '/admin/audit', get: only('admin', 200) },
  { route: '/admin/audit/export.[format]', path: '/admin/audit/export.csv', get: only('admin', 200) },
  {
    route: '/admin/outbox',
    get: only('admin', 200),
    actions: { retry: only('admin', 'let in'), cancel: only('admin', 'let in') }
  },
  ...ACCREDITOR_ACCESS,
  {
    route: '/admin/completions',
    get: only('admin', 200),
    actions: { show: only('admin', 'let in'), views: writtenByAdmin }
  },
  {
    route: '/admin/completions/export.[format]',
    path: '/admin/completions/export.csv',
    get: only('admin', 200)
  },
  { route: '/admin/reports', get: only('admin', 200) },
  { route: '/admin/reports/schedules', get: only('admin', 200) },
  { route: '/admin/reports/schedules/new', get: only('admin', 200), actions: { default: writtenByAdmin } },
  {
    route: '/admin/reports/schedules/[id]',
    path: '/admin/reports/schedules/no-such-schedule',
    get: only('admin', 404),
    actions: {
      run: only('admin', 404),
      pause: only('admin', 404),
      resume: only('admin', 404),
      delete: only('admin', 404)
    }
  },
  { route: '/admin/reports/exports/new', get: only('admin', 200), actions: { default: writtenByAdmin } },
  {
    route: '/admin/reports/exports/[id]',
    path: '/admin/reports/exports/no-such-export',
    get: only('admin', 404),
    actions: { cancel: only('admin', 404), again: only('admin', 404) }
  },
  {
    route: '/admin/reports/exports/[id]/progress',
    path: '/admin/reports/exports/no-such-export/progress',
    get: only('admin', 404)
  },
  {
    route: '/admin/reports/exports/[id]/file',
    path: '/admin/reports/exports/no-such-export/file',
    get: only('admin', 404)
  },
  {
    route: '/admin/reports/exports/[id]/manifest.json',
    path: '/admin/reports/exports/no-such-export/manifest.json',
    get: only('admin', 404)
  },
  {
    route: '/admin/completions/[id]/evidence',
    path: '/admin/completions/{completion}/evidence',
    get: only('admin', 200)
  },
  {
    route: '/admin/completions/[id]/evidence.zip',
    path: '/admin/completions/{completion}/evidence.zip',
    get: only('admin', 200)
  },
  {
    route: '/admin/activities/[id]/file',
    path: '/admin/activities/{activity}/file',
    get: only('admin', 200)
  },
  {
    route: '/admin/activities/[id]/file.zip',
    path: '/admin/activities/{activity}/file.zip',
    get: only('admin', 200)
  },
  {
    route: '/admin/certificates/[id]',
    path: '/admin/certificates/{certificate}',
    get: only('admin', 200),
    actions: { correct: writtenByAdmin, revoke: writtenByAdmin, grant: writtenByAdmin }
  }
];
