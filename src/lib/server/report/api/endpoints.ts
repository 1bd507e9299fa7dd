import type { Endpoint, Parameter } from './endpoint.ts';
import { VIEW_PARAMETERS } from './view-parameters.ts';

const FILES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/x-ndjson'
];

const PAGE: Parameter[] = [
  {
    name: 'limit',
    in: 'query',
    description: 'Records of a page',
    schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 }
  },
  {
    name: 'after',
    in: 'query',
    description: 'The page after this completion; next of an answer has it',
    schema: { type: 'string', format: 'uuid' }
  }
];

const exportId: Parameter = {
  name: 'id',
  in: 'path',
  description: 'Id of an export',
  schema: { type: 'string', format: 'uuid' }
};

const refusals = {
  400: { description: 'A parameter cannot be read', schema: 'Problem' },
  401: { description: 'No token, or one that does not work', schema: 'Problem' },
  403: { description: 'The token lacks the scope', schema: 'Problem' },
  429: { description: 'Too many wrong tokens from this network', schema: 'Problem' }
} as const;

const missing = { 404: { description: 'There is none of this id', schema: 'Problem' } } as const;

/** All that can be asked. A test sends each of them and holds the answer against it. */
export const API_ENDPOINTS: Endpoint[] = [
  {
    method: 'get',
    path: '/api/v1/activities',
    id: 'listActivities',
    summary: 'Published activities',
    scope: 'completions:read',
    parameters: [],
    answers: { 200: { description: 'By title', schema: 'Activities' }, ...refusals }
  },
  {
    method: 'get',
    path: '/api/v1/completions',
    id: 'listCompletions',
    summary: 'Completions of a view, page by page',
    scope: 'completions:read',
    parameters: [...VIEW_PARAMETERS, ...PAGE],
    answers: { 200: { description: 'A page', schema: 'Completions' }, ...refusals }
  },
  {
    method: 'get',
    path: '/api/v1/completions/export.{format}',
    id: 'exportCompletions',
    summary: 'A view as a file, from one snapshot; a transfer that breaks off is no file',
    scope: 'exports:make',
    parameters: [
      {
        name: 'format',
        in: 'path',
        description: 'Kind of file',
        schema: { type: 'string', enum: ['csv', 'xlsx', 'ndjson'] }
      },
      ...VIEW_PARAMETERS
    ],
    answers: {
      200: { description: 'The file; the header Link leads to its manifest', files: FILES },
      ...refusals,
      ...missing,
      422: { description: 'More rows than a sheet holds', schema: 'Problem' }
    }
  },
  {
    method: 'post',
    path: '/api/v1/exports',
    id: 'requestExport',
    summary: 'Have a file made in the background',
    scope: 'exports:make',
    parameters: [],
    body: 'NewExport',
    answers: {
      202: { description: 'It will be made; the header Location leads to it', schema: 'Export' },
      ...refusals
    }
  },
  {
    method: 'get',
    path: '/api/v1/exports/{id}',
    id: 'readExport',
    summary: 'How far an export is, and its manifest once it is finished',
    scope: 'exports:make',
    parameters: [exportId],
    answers: { 200: { description: 'The export', schema: 'Export' }, ...refusals, ...missing }
  },
  {
    method: 'delete',
    path: '/api/v1/exports/{id}',
    id: 'cancelExport',
    summary: 'End an export that is not finished',
    scope: 'exports:make',
    parameters: [exportId],
    answers: {
      202: { description: 'It ends at its next piece', schema: 'Export' },
      ...refusals,
      ...missing,
      409: { description: 'It is over already', schema: 'Problem' }
    }
  },
  {
    method: 'get',
    path: '/api/v1/exports/{id}/file',
    id: 'fetchExport',
    summary: 'The file of a finished export, while it is kept',
    scope: 'exports:make',
    parameters: [exportId],
    answers: { 200: { description: 'The file', files: FILES }, ...refusals, ...missing }
  },
  {
    method: 'get',
    path: '/api/v1/outcomes',
    id: 'listOutcomes',
    summary: 'Activity versions with their outcome in a sentence',
    scope: 'outcomes:read',
    parameters: [],
    answers: { 200: { description: 'By activity', schema: 'OutcomesList' }, ...refusals }
  },
  {
    method: 'get',
    path: '/api/v1/outcomes/{id}',
    id: 'readOutcomes',
    summary: 'Outcomes of an activity version, as they were computed last',
    scope: 'outcomes:read',
    parameters: [
      {
        name: 'id',
        in: 'path',
        description: 'Id of an activity version',
        schema: { type: 'string', format: 'uuid' }
      }
    ],
    answers: { 200: { description: 'The outcomes', schema: 'Outcomes' }, ...refusals, ...missing }
  }
];
