import type { ApiScope } from '#lib/domain/identity/api-scope.ts';
import type { API_SCHEMAS } from './schemas.ts';

type SchemaName = keyof typeof API_SCHEMAS;

/** A parameter of an address. `many`: it may be repeated, and one of its values has to fit. */
export type Parameter = {
  name: string;
  in: 'query' | 'path';
  description: string;
  schema: Record<string, unknown>;
  many?: boolean;
};

/** An answer: JSON by the name of its schema, or a file by its media types. */
export type EndpointAnswer = { description: string; schema?: SchemaName; files?: string[] };

/** What can be asked, as the OpenAPI document says it. */
export type Endpoint = {
  method: 'get' | 'post' | 'delete';
  path: string;
  id: string;
  summary: string;
  /** Null: for anybody. */
  scope: ApiScope | null;
  parameters: Parameter[];
  body?: SchemaName;
  answers: Record<number, EndpointAnswer>;
};
