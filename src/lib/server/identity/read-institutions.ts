import { readRules } from '#lib/domain/identity/role-rule.ts';
import type { Executor } from '../db/index.ts';
import {
  listInstitutionRows,
  listOpenInstitutions,
  selectOptionalInstitution
} from './institution-queries.ts';

/** All institutions, as the admin's list shows them. */
export async function listInstitutions(db: Executor) {
  const rows = await listInstitutionRows(db);
  return rows.map(({ disabledAt, ...row }) => ({ ...row, isOn: disabledAt === null }));
}

/** Where one can sign in: names and ids alone. */
export function listSignInInstitutions(db: Executor): Promise<{ id: string; name: string }[]> {
  return listOpenInstitutions(db);
}

/** The name of an institution that is switched on, or null. */
export async function readOpenInstitution(db: Executor, id: string): Promise<string | null> {
  const row = await selectOptionalInstitution(db, id);
  return row === null || row.disabledAt !== null ? null : row.name;
}

/** An institution as its form shows it, without its secret; null: there is none. */
export async function readInstitutionForm(db: Executor, id: string) {
  const row = await selectOptionalInstitution(db, id);
  if (row === null) return null;
  const { sealedSecret, disabledAt, rules: stored, ...fields } = row;
  const rules = readRules(stored);
  const form = { dropsSecret: false, allowsAdmin: rules.some(({ role }) => role === 'admin') };
  return { ...fields, ...form, rules, hasSecret: sealedSecret !== null, isOn: disabledAt === null };
}
