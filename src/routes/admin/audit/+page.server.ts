import { error } from '@sveltejs/kit';
import {
  auditQuery,
  readAuditFilter,
  readOlder,
  typedAuditFilter
} from '#lib/domain/report/audit/audit-filter.ts';
import { readAuditPage } from '#lib/server/report/audit/read-audit-page.ts';
import { readChainState } from '#lib/server/report/audit/read-chain-state.ts';
import { requireRole } from '../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { db } = event.locals;
  const params = event.url.searchParams;
  const older = readOlder(params);
  if (older === null) error(400, 'This link to a page of the log is not whole. Open the first page.');
  const filter = readAuditFilter(params);
  if (!filter.ok) event.locals.statusInstead = 400;
  const typed = typedAuditFilter(params);
  return {
    typed,
    query: auditQuery(typed),
    problems: filter.ok ? [] : filter.problem,
    isFirst: older === 0,
    page: filter.ok ? await readAuditPage(db, { filter: filter.value, older }) : null,
    chain: await readChainState(db),
    headDir: event.locals.environment.auditHeadDir !== null
  };
};
