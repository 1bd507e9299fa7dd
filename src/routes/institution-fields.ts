import type { RequestEvent } from '@sveltejs/kit';
import {
  MOST_RULES,
  readInstitution,
  readSecret,
  type Institution,
  type InstitutionFields,
  type SecretChange
} from '#lib/domain/identity/institution-form.ts';
import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { formText } from './form-text.ts';

/** More than any of these fields may hold. */
const LONGEST = 1_000;

function readFields(data: FormData): InstitutionFields {
  const text = (name: string) => formText(data, name).slice(0, LONGEST);
  const isTicked = (name: string) => text(name) === 'yes';
  return {
    name: text('name'),
    issuer: text('issuer'),
    clientId: text('clientId'),
    dropsSecret: isTicked('dropsSecret'),
    makesAccounts: isTicked('makesAccounts'),
    vouchesForSecondFactor: isTicked('vouchesForSecondFactor'),
    allowsAdmin: isTicked('allowsAdmin'),
    rules: Array.from({ length: MOST_RULES }, (_, index) => ({
      claim: text(`rule-claim-${index}`),
      value: text(`rule-value-${index}`),
      role: text(`rule-role-${index}`)
    }))
  };
}

type Read = { institution: Institution; secret: SecretChange };

/** The form of an institution: what it asks for, or its problems; `values` are shown again, the secret is not. */
export async function readInstitutionForm({ request }: Pick<RequestEvent, 'request'>): Promise<{
  values: InstitutionFields;
  revision: number;
  read: Result<Read, FieldProblem[]>;
}> {
  const data = await request.formData();
  const values = readFields(data);
  const institution = readInstitution(values);
  const secret = readSecret(formText(data, 'secret'), values);
  const revision = Number(/^\d{1,9}$/.exec(formText(data, 'revision'))?.[0] ?? 0);
  const secretProblem = {
    field: 'secret',
    message: 'A client secret has printable letters, digits and signs only'
  };
  if (institution.ok && secret !== null)
    return { values, revision, read: success({ institution: institution.value, secret }) };
  const problems = [
    ...(institution.ok ? [] : institution.problem),
    ...(secret === null ? [secretProblem] : [])
  ];
  return { values, revision, read: failure(problems) };
}
