import { toJsonSchema } from '@valibot/to-json-schema';
import { API_SCOPES } from '#lib/domain/identity/api-scope.ts';
import { API_ENDPOINTS } from './endpoints.ts';
import type { Endpoint, EndpointAnswer, Parameter } from './endpoint.ts';
import { API_SCHEMAS } from './schemas.ts';

const SCHEMAS = Object.fromEntries(
  Object.entries(API_SCHEMAS).map(([name, schema]) => {
    const body = toJsonSchema(schema, { target: 'draft-2020-12' });
    // Which dialect it is stands once for the whole document.
    delete body.$schema;
    return [name, body];
  })
);

const schemaNamed = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function parameterOf({ name, in: place, description, schema, many = false }: Parameter) {
  const shape = many ? { type: 'array', items: schema, maxItems: 50 } : schema;
  return { name, in: place, description, required: place === 'path', schema: shape };
}

function contentOf({ schema, files = [] }: EndpointAnswer, status: number) {
  if (schema === undefined)
    return Object.fromEntries(files.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  return { [type]: { schema: schemaNamed(schema) } };
}

function answersOf({ answers }: Endpoint) {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [
      status,
      { description: answer.description, content: contentOf(answer, Number(status)) }
    ])
  );
}

function operationOf(endpoint: Endpoint) {
  const { id, summary, scope, parameters, body } = endpoint;
  return {
    operationId: id,
    summary,
    security: scope === null ? [] : [{ token: [scope] }],
    parameters: parameters.map(parameterOf),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaNamed(body) } } }
    }),
    responses: answersOf(endpoint)
  };
}

function pathsOf(endpoints: Endpoint[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) };
  }
  return paths;
}

const ABOUT = `Send a token that an admin made under Settings, API tokens, as "Authorization: Bearer …". Scopes: ${API_SCOPES.map(
  ({ id, label }) => `${id} (${label.toLowerCase()})`
).join(', ')}. Refusals are problem documents (RFC 9457).`;

/** The description of the API (OpenAPI 3.1), made of the same data that its parsers and answers are made of. */
export function openApi(origin: string) {
  return {
    openapi: '3.1.0',
    info: { title: 'Footnote', version: '1', description: ABOUT },
    servers: [{ url: origin }],
    paths: pathsOf(API_ENDPOINTS),
    components: { schemas: SCHEMAS, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } }
  };
}
