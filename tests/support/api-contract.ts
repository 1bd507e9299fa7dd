import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { openApi } from '#lib/server/report/api/open-api.ts';

const document = openApi('http://localhost');
const FORMATS = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
};

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: FORMATS });
ajv.addSchema(document, 'api');

/** What an answer has to be by the document of the API: the schema of a status, or null where it is a file. */
function schemaOf(method: string, path: string, status: number): string | null {
  const answers = document.paths[path]?.[method];
  if (answers === undefined) throw new Error(`The document does not name ${method} ${path}.`);
  const at = `api#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}/responses/${status}`;
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  const pointer = `${at}/content/${type.replaceAll('/', '~1')}/schema`;
  return ajv.getSchema(encodeURI(pointer)) ? encodeURI(pointer) : null;
}

/** The faults of a body, held against what the document says of this answer. */
export function faultsOf(
  { method, path, status }: { method: string; path: string; status: number },
  body: unknown
): string[] {
  const schema = schemaOf(method, path, status);
  if (schema === null) return [`The document has no schema for ${method} ${path} ${status}`];
  const validate = ajv.getSchema(schema);
  if (validate?.(body) === true) return [];
  const faults: ErrorObject[] = validate?.errors ?? [];
  return faults.map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
