import { either, only, written, writtenByEither, type Access, type Outcome } from './access-verdicts.ts';

/** The routes of educators, with what each asker gets. */
export const AUTHOR_ACCESS: Access[] = [
  { route: '/author', get: only('educator', 200) },
  {
    route: '/author/activities/[id]',
    path: '/author/activities/{activity}',
    get: only('educator', 200),
    actions: { start: only('educator', 'let in'), save: written }
  },
  {
    route: '/author/activities/[id]/objectives',
    path: '/author/activities/{activity}/objectives',
    get: only('educator', 200),
    actions: { default: written }
  },
  {
    route: '/author/activities/[id]/blueprint',
    path: '/author/activities/{activity}/blueprint',
    get: only('educator', 200),
    actions: { default: written }
  },
  {
    route: '/author/activities/[id]/disclosures',
    path: '/author/activities/{activity}/disclosures?edit',
    get: only('educator', 200),
    actions: { default: written }
  },
  {
    route: '/author/activities/[id]/certificate',
    path: '/author/activities/{activity}/certificate',
    get: only('educator', 200),
    actions: { save: written, remove: written }
  },
  {
    route: '/author/activities/[id]/certificate/image.[kind]',
    path: '/author/activities/{activity}/certificate/image.logo',
    get: only('educator', 404)
  },
  {
    route: '/author/activities/[id]/team',
    path: '/author/activities/{activity}/team',
    get: either<Outcome>(['educator', 'admin'], 200),
    actions: {
      add: either<Outcome | 'let in'>(['educator', 'admin'], 'let in'),
      remove: either<Outcome | 'let in'>(['educator', 'admin'], 'let in'),
      dissolve: either<Outcome | 'let in'>(['educator', 'admin'], 'let in')
    }
  },
  {
    route: '/author/activities/[id]/release',
    path: '/author/activities/{activity}/release',
    get: only('educator', 200),
    actions: { publish: written, discard: written }
  },
  {
    route: '/author/activities/[id]/items',
    path: '/author/activities/{activity}/items',
    get: only('educator', 200)
  },
  {
    route: '/author/activities/[id]/items/bulk',
    path: '/author/activities/{activity}/items/bulk',
    get: only<Outcome>('educator', '→ /author/activities/{activity}/items'),
    actions: {
      preview: only('educator', 'let in'),
      apply: only('educator', 'let in'),
      undo: only('educator', 'let in')
    }
  },
  {
    route: '/author/activities/[id]/lesson',
    path: '/author/activities/{activity}/lesson',
    get: only('educator', 200),
    actions: { save: written, arrange: written }
  },
  {
    route: '/author/activities/[id]/lesson/[section]',
    path: '/author/activities/{activity}/lesson/{section}',
    get: only('educator', 200),
    actions: { save: written, preview: written }
  },
  {
    route: '/author/activities/[id]/export.zip',
    path: '/author/activities/{activity}/export.zip',
    get: only('educator', 200)
  },
  {
    route: '/author/import',
    get: only('educator', 200),
    actions: { check: only('educator', 'let in'), import: only('educator', 'let in') }
  },
  {
    route: '/author/activities/new',
    get: only('educator', 200),
    actions: { default: only('educator', 'let in') }
  },
  {
    route: '/author/items/new',
    path: '/author/items/new?bank={bank}',
    get: only('educator', 200),
    actions: { default: { ...only<Outcome | 'let in'>('educator', 'let in'), nobody: 401, visitor: 401 } }
  },
  {
    route: '/author/items/[id]',
    path: '/author/items/{item}',
    get: only('educator', 200),
    actions: {
      save: { ...only<Outcome | 'let in'>('educator', 'let in'), nobody: 401, visitor: 401 },
      override: only('educator', 'let in')
    }
  },
  {
    route: '/author/items/[id]/status',
    path: '/author/items/{item}/status',
    get: only<Outcome>('educator', '→ /author/items/{item}'),
    actions: {
      submit: only('educator', 'let in'),
      withdraw: only('educator', 'let in'),
      publish: only('educator', 'let in'),
      retire: only('educator', 'let in'),
      edit: only('educator', 'let in')
    }
  },
  { route: '/author/items/[id]/history', path: '/author/items/{item}/history', get: only('educator', 200) },
  {
    route: '/author/items/[id]/statistics',
    path: '/author/items/{item}/statistics',
    get: only('educator', 200),
    actions: { recompute: only('educator', 'let in') }
  },
  {
    route: '/author/activities/[id]/statistics',
    path: '/author/activities/{activity}/statistics',
    get: only('educator', 200),
    actions: { recompute: only('educator', 'let in') }
  },
  {
    route: '/author/items/[id]/diff/[range]',
    path: '/author/items/{item}/diff/1..1',
    get: only('educator', 200)
  },
  {
    route: '/author/items/[id]/regrade',
    path: '/author/items/{liveItem}/regrade',
    get: either<Outcome>(['educator', 'admin'], 200),
    actions: {
      preview: writtenByEither,
      apply: writtenByEither,
      previewUndo: writtenByEither,
      undo: writtenByEither
    }
  },
  { route: '/author/references', get: only('educator', 200) },
  {
    route: '/author/references/search',
    path: '/author/references/search?q=chen',
    get: only('educator', 200)
  },
  {
    route: '/author/references/new',
    get: only('educator', 200),
    actions: { preview: written, add: written, create: written, lookUp: written }
  },
  {
    route: '/author/references/[id]',
    path: '/author/references/{reference}',
    get: only('educator', 200),
    actions: { status: written, judge: written, check: written }
  },
  {
    route: '/author/references/[id]/edit',
    path: '/author/references/{reference}/edit',
    get: only('educator', 200),
    actions: { default: written }
  },
  {
    route: '/author/activities/[id]/references',
    path: '/author/activities/{activity}/references',
    get: only('educator', 200),
    actions: { default: written }
  },
  { route: '/author/banks/[id]', path: '/author/banks/{bank}', get: only('educator', 200) },
  { route: '/author/review', get: only('educator', 200) },
  {
    route: '/author/review/[id]',
    path: '/author/review/{itemVersion}',
    get: only('educator', 200),
    actions: {
      comment: written,
      resolve: only('educator', 'let in'),
      approve: written,
      askForChanges: written
    }
  },
  { route: '/author/items/[id]/retire', path: '/author/items/{liveItem}/retire', get: only('educator', 200) }
];
