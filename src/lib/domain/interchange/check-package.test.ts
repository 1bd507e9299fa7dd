import { describe, expect, it } from 'vitest';
import { checkPackage } from './check-package.ts';
import type { AssessmentOutline, ItemOutline, PackageOutline, SectionOutline } from './package-outline.ts';

const item: ItemOutline = {
  id: 'P01',
  bank: 'practice',
  objective: 'LO1',
  status: 'reviewed',
  pretest: false,
  difficulty: 'easy',
  pairedWith: null,
  lessonSection: 'overview',
  citations: [{ reference: 'chen2017', verification: 'verified' }],
  type: 'single',
  select: 1,
  options: [
    { id: 'a', correct: true },
    { id: 'b', correct: false }
  ]
};

const section: SectionOutline = {
  file: 'lesson/01-overview.md',
  slug: 'overview',
  title: 'Overview',
  objectives: ['LO1'],
  minutes: 2,
  listed: { title: 'Overview', objectives: ['LO1'], minutes: 2 },
  citationKeys: ['chen2017'],
  detailedKeys: [],
  figureIds: ['a-figure']
};

const practice: AssessmentOutline = {
  kind: 'practice',
  bank: 'practice',
  onlyPretestItems: false,
  blueprint: [{ objective: 'LO1', count: 1 }],
  totalItems: 1,
  feedback: 'after-each-item',
  passingStandard: null,
  requiredForCompletion: false
};

const assessment: AssessmentOutline = {
  ...practice,
  kind: 'assessment',
  bank: 'assessment',
  feedback: 'after-submission',
  passingStandard: 80,
  requiredForCompletion: true
};

const examined: ItemOutline = { ...item, id: 'A01', bank: 'assessment' };

const whole: PackageOutline = {
  audience: ['Oncologists'],
  objectives: ['LO1'],
  sections: [section],
  drawings: ['a-figure'],
  references: [{ id: 'chen2017', number: 1 }],
  items: [item, examined],
  assessments: [practice, assessment],
  faculty: { inControl: [], disclosed: [], open: [] },
  accreditationMode: 'demonstration'
};

/** The problems of the package with these parts in place of its own. */
const whys = (parts: Partial<PackageOutline>) =>
  checkPackage({ ...whole, ...parts }).map((problem) => problem.why);

describe('checkPackage', () => {
  it('has nothing to say of a whole package', () => {
    expect(whys({})).toEqual([]);
  });

  it('names file and place, and says how to mend', () => {
    expect(checkPackage({ ...whole, drawings: [] })).toEqual([
      {
        file: 'lesson/01-overview.md',
        where: 'figure a-figure',
        why: 'It has no drawing.',
        mend: 'Add figures/a-figure.svg, or remove the figure.',
        atRelease: true
      }
    ]);
  });

  it('refuses a citation without its reference, in the lesson and in an item', () => {
    expect(whys({ references: [{ id: 'other', number: 1 }] })).toEqual([
      'The reference is not in references.json.',
      'It cites chen2017, which is not in the reference list.',
      'It cites chen2017, which is not in the reference list.'
    ]);
  });

  it('refuses two references with one number', () => {
    const references = [...whole.references, { id: 'other', number: 1 }];
    expect(whys({ references })).toEqual(['There are two with this number.']);
  });

  it('refuses a reviewed item that leans on a citation nobody has checked', () => {
    const unchecked = {
      ...item,
      citations: [{ reference: 'chen2017', verification: 'needs-expert-review' }]
    };
    expect(whys({ items: [unchecked, examined] })).toEqual([
      'It is marked reviewed, but its citation of chen2017 still needs expert review.'
    ]);
    expect(whys({ items: [item, examined, { ...unchecked, id: 'P02', status: 'draft' }] })).toEqual([]);
  });

  it('refuses an item whose options marked correct are not as many as are asked for', () => {
    const options = item.options.map((option) => ({ id: option.id, correct: true }));
    expect(whys({ items: [{ ...item, type: 'single', select: 1, options }] })[0]).toMatch(
      /^2 of its options/
    );
  });

  it('refuses a matching item with an unknown target, or an unused one without rationale', () => {
    const { citations, ...rest } = item;
    const matching: ItemOutline = {
      ...rest,
      citations,
      type: 'matching',
      options: [
        { id: 'a', match: 't1' },
        { id: 'b', match: 't9' }
      ],
      targets: [{ id: 't1' }, { id: 't2' }]
    };
    expect(whys({ items: [matching, examined] })).toEqual([
      'An option matches t9, which is no target.',
      'Target t2 fits no option and has no rationale.'
    ]);
  });

  it('refuses an ordering item whose positions are not 1 to n', () => {
    const ordering: ItemOutline = {
      ...item,
      type: 'ordering',
      options: [
        { id: 'a', position: 1 },
        { id: 'b', position: 3 }
      ]
    };
    expect(whys({ items: [ordering, examined] })).toEqual(['The positions of its options are 1, 3.']);
  });

  it('refuses links to an objective, a section or an item that is not there', () => {
    expect(
      whys({
        items: [
          item,
          examined,
          { ...item, id: 'P02', objective: 'LO9', lessonSection: 'nowhere', pairedWith: 'A99' }
        ]
      })
    ).toEqual([
      'Its objective LO9 is not in activity.json.',
      'There is no lesson section nowhere.',
      'It is paired with A99, which does not exist.'
    ]);
  });

  it('refuses a blueprint that cannot be drawn', () => {
    expect(whys({ items: [{ ...item, status: 'draft' }, examined] })).toEqual([
      'It asks for 1 items on LO1; 0 reviewed ones can be drawn.'
    ]);
    expect(whys({ assessments: [{ ...assessment, totalItems: 2 }] })).toEqual([
      'Its blueprint adds up to 1 items, "totalItems" says 2.'
    ]);
    expect(whys({ assessments: [{ ...assessment, alwaysInclude: ['P01'] }] })).toEqual([
      'It always includes P01, which is no item of its bank.'
    ]);
  });

  it('refuses a package without an assessment that must be passed', () => {
    expect(whys({ assessments: [practice] })).toEqual([
      'There is none of kind "assessment", on which credit rests.'
    ]);
    expect(whys({ assessments: [{ ...assessment, passingStandard: null }] })).toEqual([
      'The assessment need not be passed.'
    ]);
  });

  it('refuses a practice that tells the keys of the assessment', () => {
    expect(whys({ assessments: [{ ...practice, bank: 'assessment' }, assessment] })).toEqual([
      'The practice shows keys after each item, from the bank that the assessment draws on.'
    ]);
  });

  it('lets what only a release may not have come in as a working copy: accredited credit, open declarations', () => {
    const open = [{ name: 'Jane Doe, MD', what: 'it is not decided whether Example Pharma is relevant' }];
    const problems = checkPackage({
      ...whole,
      accreditationMode: 'accredited',
      faculty: { inControl: [], disclosed: [], open }
    });
    expect(problems.map(({ where, atRelease }) => [where, atRelease])).toEqual([
      ['disclosure of Jane Doe, MD', true],
      ['accreditation', true]
    ]);
  });

  it('refuses practice that is required for completion', () => {
    expect(whys({ assessments: [{ ...practice, requiredForCompletion: true }, assessment] })).toEqual([
      'Practice has no end, so it cannot be required for completion.'
    ]);
  });

  it('refuses an author without a published disclosure', () => {
    expect(whys({ faculty: { inControl: ['Jane Doe, MD'], disclosed: [], open: [] } })).toEqual([
      'Jane Doe, MD is an author or reviewer without a disclosure.'
    ]);
  });

  it('lets two banks give the same id, and one bank not', () => {
    expect(whys({ items: [item, { ...examined, id: 'P01' }] })).toEqual([]);
    expect(whys({ items: [item, item, examined] })).toEqual(['There are two with this id.']);
  });

  it('asks for an audience, objectives and sections', () => {
    expect(whys({ audience: [], sections: [], items: [] })).toContain('It names no audience.');
    expect(whys({ audience: [], sections: [], items: [] })).toContain('It names no section.');
    expect(whys({ objectives: [] })).toContain('It names no objective.');
  });

  it('refuses a section that activity.json calls something else', () => {
    expect(whys({ sections: [{ ...section, title: 'Another' }] })).toEqual([
      'activity.json calls this section "Overview".'
    ]);
  });
});
