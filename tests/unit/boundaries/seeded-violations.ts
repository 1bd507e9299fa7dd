/** One import that a rule of `.dependency-cruiser.js` forbids. */
export type SeededViolation = {
  rule: string;
  /** The file that breaks the rule. */
  from: string;
  imports: string;
  /** Other files that must exist, by path. */
  also?: Record<string, string>;
};

const ROOMS_BELOW_REPORT = [
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
  'badge'
];

const reportRule = { 'src/lib/domain/report/rule.ts': 'export const rule = 1;\n' };
const action = { 'src/lib/server/report/action.ts': 'export const action = 1;\n' };
const queries = { 'src/lib/server/report/queries.ts': 'export const listNothing = 1;\n' };

const upwards = ROOMS_BELOW_REPORT.map((room) => ({
  rule: `${room}-imports-lower-rooms-only`,
  from: `src/lib/domain/${room}/reaches-up.ts`,
  imports: '#lib/domain/report/rule.ts',
  also: reportRule
}));

/** One violation for each rule, and more where a rule has several doors. */
export const SEEDED_VIOLATIONS: SeededViolation[] = [
  ...upwards,
  {
    rule: 'report-imports-lower-rooms-only',
    from: 'src/lib/domain/report/reaches-up.ts',
    imports: '#lib/domain/privacy/rule.ts',
    also: { 'src/lib/domain/privacy/rule.ts': 'export const rule = 1;\n' }
  },
  {
    rule: 'lesson-imports-lower-rooms-only',
    from: 'src/lib/server/db/schema/lesson.ts',
    imports: './report.ts',
    also: { 'src/lib/server/db/schema/report.ts': 'export const table = 1;\n' }
  },
  { rule: 'domain-imports-domain-only', from: 'src/lib/domain/credit/reads.ts', imports: 'node:fs' },
  { rule: 'domain-imports-domain-only', from: 'src/lib/domain/credit/parses.ts', imports: 'valibot' },
  {
    rule: 'components-never-see-the-server',
    from: 'src/lib/components/report/peeks.ts',
    imports: '#lib/server/report/action.ts',
    also: action
  },
  {
    rule: 'ui-knows-no-room',
    from: 'src/lib/components/ui/knows.ts',
    imports: '#lib/domain/report/rule.ts',
    also: reportRule
  },
  {
    rule: 'server-never-sees-windows-or-doors',
    from: 'src/lib/server/report/answers.ts',
    imports: '@sveltejs/kit'
  },
  {
    rule: 'front-door-never-sees-queries',
    from: 'src/routes/+page.server.ts',
    imports: '#lib/server/report/queries.ts',
    also: queries
  },
  { rule: 'front-door-never-sees-queries', from: 'src/hooks.server.ts', imports: 'drizzle-orm' },
  { rule: 'sql-in-queries-only', from: 'src/lib/server/report/asks.ts', imports: 'drizzle-orm' },
  { rule: 'drivers-in-db-only', from: 'src/lib/server/report/queries.ts', imports: 'postgres' },
  {
    rule: 'openid-in-identity-only',
    from: 'src/lib/server/report/asks-institution.ts',
    imports: 'openid-client'
  },
  { rule: 'passkeys-in-identity-only', from: 'src/lib/server/report/counts-codes.ts', imports: 'otpauth' },
  { rule: 'lucia-in-identity-only', from: 'src/lib/server/report/signs-in.ts', imports: 'lucia' },
  { rule: 'queue-in-jobs-only', from: 'src/lib/server/report/queues.ts', imports: 'pg-boss' },
  { rule: 'meters-in-watch-only', from: 'src/lib/server/report/meters.ts', imports: 'prom-client' },
  {
    rule: 'source-never-sees-tests',
    from: 'src/lib/server/report/cheats.ts',
    imports: '../../../../tests/helper.ts',
    also: { 'tests/helper.ts': 'export const helper = 1;\n' }
  },
  {
    rule: 'no-cycles',
    from: 'src/lib/server/report/chicken.ts',
    imports: './egg.ts',
    also: { 'src/lib/server/report/egg.ts': 'import "./chicken.ts";\n' }
  },
  {
    rule: 'everything-resolves',
    from: 'src/lib/server/report/lost.ts',
    imports: '#lib/server/report/nowhere.ts'
  }
];
