import { sampleFiles } from './sample-files.ts';

type Fields = Record<string, unknown>;

const cited = {
  reference: 'chen2017',
  locator: 'p. 325',
  supports: 'the key',
  passage: { kind: 'quote', text: 'A passage with "quotes", β and\na second line.' },
  verification: 'verified',
  url: 'https://example.org/passage'
};

const common = {
  bank: 'practice',
  stem: 'A vignette [@chen2017].\n\nWhich is it?',
  keyPoint: '',
  objective: 'LO1',
  difficulty: 'hard',
  citations: [cited],
  lessonSection: null,
  pretest: false,
  pairedWith: null,
  status: 'draft',
  reviewNote: ' kept, spaces and all '
};

const option = (id: string, text: string, correct: boolean | null) => ({
  id,
  text,
  correct,
  rationale: `Why ${id}`
});

/** Items of the types that the sample lacks, and one of which nothing is written yet. */
const OTHERS = [
  {
    ...common,
    id: 'X1',
    type: 'true-false',
    select: 1,
    options: [option('true', 'True', true), option('false', 'False', false)],
    tags: ['basics', 'β-catenin'],
    setAside: [
      { rule: 'L16', place: 'stem', what: 'Keytruda is a trade name.', reason: 'Boxes are\nmixed up: “β”.' }
    ]
  },
  {
    ...common,
    id: 'X2',
    type: 'numeric',
    select: null,
    unit: 'months',
    options: [
      { ...option('a', '11', true), tolerance: '0.5' },
      { ...option('b', '-1.25', false), tolerance: '0' }
    ]
  },
  {
    ...common,
    id: 'X3',
    type: 'short-text',
    select: null,
    options: [option('a', 'anergy', true), option('b', 'exhaustion', false)]
  },
  {
    ...common,
    id: 'X10',
    type: 'matching',
    select: null,
    stem: '',
    objective: null,
    options: [{ id: 'a', text: '', match: null, rationale: '' }],
    targets: [{ id: 't', text: '' }],
    citations: []
  }
];

const disclosure = {
  name: 'Prof. Ada Example',
  role: 'author',
  relationships: 'Example Pharma: research funding, ended.',
  declaredOn: '2026-11-01',
  financialRelationships: [
    {
      company: 'Example Pharma',
      kind: 'research',
      nature: 'research funding',
      ended: true,
      relevant: true,
      mitigation: 'Reviewed by someone without relationships.',
      mitigatedOn: '2026-11-15'
    }
  ]
};

function change(files: Map<string, string>, path: string, by: (content: Fields) => void): void {
  const content: unknown = JSON.parse(files.get(path) ?? 'null');
  if (typeof content !== 'object' || content === null) throw new Error(`${path} holds no object.`);
  const fields = { ...content };
  by(fields);
  files.set(path, JSON.stringify(fields));
}

function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map((entry: object) => ({ ...entry })) : [];
}

/** The sample with everything in it that a package may hold and the sample does not. */
export function richPackage(): Map<string, string> {
  const files = sampleFiles();
  change(files, 'activity.json', (activity) => {
    activity['authors'] = [{ name: 'Prof. Ada Example', degrees: ['MD'] }];
    activity['disclosures'] = [disclosure];
    activity['practiceGap'] = 'Resistance is found late.';
    activity['fee'] = 'Free of charge';
    activity['timeLimitMinutes'] = 40;
    activity['house'] = { rules: [1, null, { 'deep-er': 'β' }] };
    const assessments = list(activity['assessments']);
    Object.assign(assessments[1] ?? {}, {
      shuffleOptions: false,
      colour: 'teal',
      totalItems: 2,
      blueprint: [
        { objective: 'LO1', difficulty: 'easy', count: 1 },
        { objective: 'LO2', count: 1 }
      ]
    });
    activity['assessments'] = assessments;
  });
  change(files, 'evaluation.json', (evaluation) => Object.assign(evaluation, { palette: ['a', 'b'] }));
  const items = list(JSON.parse(files.get('items.json') ?? ''));
  files.set(
    'items.json',
    JSON.stringify([
      ...items.filter(({ bank }) => bank === 'practice'),
      ...OTHERS,
      ...items.filter(({ bank }) => bank !== 'practice')
    ])
  );
  const [first = {}, ...rest] = list(JSON.parse(files.get('references.json') ?? ''));
  const custom = { number: 1, authorsTruncated: true, evidenceLevel: 'guideline', reviewDueOn: '2027-01-31' };
  const own = {
    'call-number': 'QZ 200',
    author: [
      { family: 'Berg', given: 'J', 'non-dropping-particle': 'van der' },
      { literal: 'Ministry of Health, Labour and Welfare', isInstitution: true }
    ],
    issued: { 'date-parts': [[2013, 10]], season: 3, circa: true },
    custom
  };
  files.set('references.json', JSON.stringify([{ ...first, ...own }, ...rest]));
  const overview = files.get('lesson/01-overview.md') ?? '';
  const passages = [
    'citations:',
    '  - reference: "sharma2017"',
    '    locator: "p. 707"',
    '    passage:',
    '      kind: quote',
    '      text: "Lasting \\"responses\\" in many."',
    '  - reference: "chen2017"',
    '    locator: "Abstract"'
  ];
  files.set(
    'lesson/01-overview.md',
    overview.replace('minutes: 1\n', `minutes: 1\n${passages.join('\n')}\n`)
  );
  return files;
}
