/** The rooms, low to high (ARCHITECTURE.md). A room imports itself and lower rooms only. */
const rooms = [
  'identity',
  'reference',
  'accreditation',
  'question-bank',
  'interchange',
  'lesson',
  'activity',
  'attempt',
  'evaluation',
  'credit',
  'certificate',
  'badge',
  'report',
  'privacy'
];

const test = '\\.test\\.ts$';

/** Paths of a set of rooms on every floor, with their tables. */
const pathsOf = (names) => [
  `^src/lib/(?:domain|server|components)/(?:${names.join('|')})/`,
  `^src/lib/server/db/schema/(?:${names.join('|')})\\.ts$`
];

const upwards = rooms.slice(0, -1).map((room, index) => ({
  name: `${room}-imports-lower-rooms-only`,
  severity: 'error',
  comment: `${room} may not know the rooms above it.`,
  // An import of an activity fills every room: its actions may call them all.
  from: { path: pathsOf([room]), pathNot: [test, '^src/lib/server/interchange/'] },
  to: { path: pathsOf(rooms.slice(index + 1)) }
}));

const queriesOrSchema = [
  '^src/lib/server/.*queries\\.ts$',
  '^src/lib/server/db/schema/',
  'node_modules/drizzle-orm/'
];

export default {
  forbidden: [
    ...upwards,
    {
      name: 'domain-imports-domain-only',
      severity: 'error',
      comment: 'The rules are pure: no I/O, no framework, no package.',
      from: { path: '^src/lib/domain/', pathNot: test },
      to: { pathNot: '^src/lib/domain/' }
    },
    {
      name: 'components-never-see-the-server',
      severity: 'error',
      comment: 'Components show what the page gives them; shared types live in the domain.',
      from: { path: '^src/lib/components/' },
      to: {
        path: [
          '^src/lib/server/',
          '^src/routes/',
          'node_modules/(?:drizzle-orm|postgres|@electric-sql|lucia)/'
        ]
      }
    },
    {
      name: 'ui-knows-no-room',
      severity: 'error',
      comment: 'components/ui has no word of continuing medical education in it.',
      from: { path: '^src/lib/components/ui/' },
      to: { path: pathsOf(rooms) }
    },
    {
      name: 'server-never-sees-windows-or-doors',
      severity: 'error',
      comment: 'The command line, tests and benchmarks run the same modules with plain Node.',
      from: { path: '^src/lib/server/', pathNot: test },
      to: {
        path: [
          '^src/lib/components/',
          '^src/routes/',
          'node_modules/(?:@sveltejs|svelte)/',
          '^\\$(?:app|env)/'
        ]
      }
    },
    {
      name: 'front-door-never-sees-queries',
      severity: 'error',
      comment: "A route calls one action or read; how rows are found is the ground floor's affair.",
      from: { path: ['^src/routes/', '^src/hooks', '^scripts/'] },
      to: { path: queriesOrSchema }
    },
    {
      name: 'sql-in-queries-only',
      severity: 'error',
      comment: 'queries.ts of a room holds all of its SQL.',
      from: { path: '^src/lib/server/(?!db/)', pathNot: [test, 'queries\\.ts$', '/identity/audit\\.ts$'] },
      to: { path: ['^src/lib/server/db/schema/', 'node_modules/drizzle-orm/'] }
    },
    {
      name: 'drivers-in-db-only',
      severity: 'error',
      comment: 'lib/server/db hides which database it is.',
      from: { path: '^src/', pathNot: ['^src/lib/server/db/', test] },
      to: { path: 'node_modules/(?:postgres|@electric-sql/pglite)/' }
    },
    {
      name: 'lucia-in-identity-only',
      severity: 'error',
      comment: 'The session library is at rest; one room may know it.',
      from: { path: '^(?:src|scripts)/', pathNot: '^src/lib/server/identity/' },
      to: { path: 'node_modules/lucia/' }
    },
    {
      name: 'openid-in-identity-only',
      severity: 'error',
      comment: 'One room speaks with institutions, and asks first whether one is switched on.',
      from: { path: '^(?:src|scripts)/', pathNot: '^src/lib/server/identity/' },
      to: { path: 'node_modules/(?:openid-client|oauth4webapi)/' }
    },
    {
      name: 'passkeys-in-identity-only',
      severity: 'error',
      comment: 'Who somebody is, is decided in one room; one small script asks the browser.',
      from: { path: '^(?:src|scripts)/', pathNot: ['^src/lib/server/identity/', '/passkey-script\\.ts$'] },
      to: { path: 'node_modules/(?:@simplewebauthn|otpauth)/' }
    },
    {
      name: 'queue-in-jobs-only',
      severity: 'error',
      comment: 'What is to be done in the background is a line in server/jobs/job-list.ts.',
      from: { path: '^(?:src|scripts)/', pathNot: '^src/lib/server/jobs/' },
      to: { path: 'node_modules/pg-boss/' }
    },
    {
      name: 'meters-in-watch-only',
      comment:
        'What is counted and traced has its names in one place; tracing is loaded where an operator asks for it.',
      from: { path: '^(?:src|scripts)/', pathNot: '^src/lib/server/watch/' },
      to: { path: 'node_modules/(?:prom-client|@opentelemetry)/' }
    },
    {
      name: 'source-never-sees-tests',
      severity: 'error',
      from: {
        path: '^(?:src|scripts)/',
        pathNot: [
          test,
          '^scripts/(?:test|screenshots|validate|browser|check-spreadsheets|spreadsheets/|check-wapiti|wapiti/)'
        ]
      },
      to: { path: '^tests/' }
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Types may refer to each other; code that runs may not.',
      from: { path: '^(?:src|scripts|tests)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^\\$(?:app|env|service-worker)', '\\$types(?:\\.js)?$'] }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^\\.svelte-kit', '^build'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.svelte', '.json']
    }
  }
};
