import { only, writtenByAdmin, type Access } from './access-verdicts.ts';

/** The routes of the files for accreditors, with what each asker gets. */
export const ACCREDITOR_ACCESS: Access[] = [
  { route: '/admin/reports/accreditors', get: only('admin', 200) },
  {
    route: '/admin/reports/accreditors/new',
    get: only('admin', 200),
    actions: { show: writtenByAdmin, make: writtenByAdmin }
  },
  {
    route: '/admin/reports/submissions/[id]',
    path: '/admin/reports/submissions/no-such-file',
    get: only('admin', 404),
    actions: { answers: writtenByAdmin, accept: writtenByAdmin, delete: writtenByAdmin }
  },
  {
    route: '/admin/reports/submissions/[id]/file',
    path: '/admin/reports/submissions/no-such-file/file',
    get: only('admin', 404)
  },
  { route: '/admin/reports/mappings', get: only('admin', 200) },
  {
    route: '/admin/reports/mappings/[key]',
    path: '/admin/reports/mappings/pars-learners',
    get: only('admin', 200)
  },
  {
    route: '/admin/reports/mappings/[key]/change',
    path: '/admin/reports/mappings/pars-learners/change',
    get: only('admin', 200),
    actions: { default: writtenByAdmin }
  },
  { route: '/admin/reports/numbers', get: only('admin', 200), actions: { default: writtenByAdmin } },
  {
    route: '/admin/reports/activities/[id]',
    path: '/admin/reports/activities/{activity}',
    get: only('admin', 200),
    actions: { default: writtenByAdmin }
  },
  {
    route: '/admin/reports/activities/[id]/record.json',
    path: '/admin/reports/activities/{activity}/record.json',
    get: only('admin', 409)
  }
];
