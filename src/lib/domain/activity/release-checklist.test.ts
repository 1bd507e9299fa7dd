import { describe, expect, it } from 'vitest';
import { mayRelease, releaseChecklist } from './release-checklist.ts';
import type { ReleaseFacts } from './release-facts.ts';

const whole: ReleaseFacts = {
  today: '2026-11-23',
  settingsProblems: [],
  unsaid: [],
  reviewDate: '2027-12-01',
  expiryDate: '2029-11-30',
  estimatedMinutes: 30,
  honestMinutes: { reading: 14, items: 15, evaluation: 2, total: 31 },
  creditWarning: null,
  limitWarning: null,
  objectives: [{ code: 'LO1', sections: 1, items: 3 }],
  sections: [
    { title: 'Overview', isEmpty: false, citations: 2, withoutPassage: 0, undrawnFigures: 0, faults: 0 }
  ],
  references: [{ key: 'chen2017', isCited: true, isRetracted: false }],
  forms: [
    {
      kind: 'pre-test',
      title: 'Before',
      itemCount: 5,
      passingPercent: null,
      requiredForCompletion: true,
      tellsKeys: false,
      shortages: [],
      missingFixedItems: 0
    },
    {
      kind: 'assessment',
      title: 'Assessment',
      itemCount: 10,
      passingPercent: 80,
      requiredForCompletion: true,
      tellsKeys: false,
      shortages: [],
      missingFixedItems: 0
    }
  ],
  itemsWithErrors: [],
  itemsCitingRetracted: [],
  disclosures: [{ name: 'Ana Müller, MD', open: [], late: [] }],
  hasEvaluationForm: true,
  unlisted: [],
  unlistedInItems: [],
  accreditation: { kind: 'attested' }
};

const [pretest, assessment] = whole.forms;
if (!pretest || !assessment) throw new Error('The facts have two forms.');
const shortage = { objectiveId: 'o', code: 'LO1', difficulty: 'hard', asked: 3, found: 1 } as const;

describe('the release checklist', () => {
  it('lets a whole activity out', () => {
    const checks = releaseChecklist(whole);
    expect(checks.map(({ state }) => state)).toEqual(checks.map(() => 'done'));
    expect(mayRelease(checks)).toBe(true);
  });

  it.each<[Partial<ReleaseFacts>, string, RegExp]>([
    [{ settingsProblems: ['Write a title'] }, '', /Write a title/],
    [{ expiryDate: '2026-11-23' }, '', /has passed/],
    [{ reviewDate: '2026-11-23' }, '', /review is not in the future/],
    [{ unlisted: ['y2021'] }, '/references', /y2021 is cited and not listed/],
    [
      { unlistedInItems: [{ key: 'y2021', items: ['P01', 'P02'] }] },
      '/references',
      /y2021 is cited by P01, P02 and not listed/
    ],
    [{ objectives: [] }, '/objectives', /No objective/],
    [{ objectives: [{ code: 'LO2', sections: 0, items: 1 }] }, '/objectives', /No section teaches LO2/],
    [{ objectives: [{ code: 'LO2', sections: 1, items: 0 }] }, '/objectives', /No item asks for LO2/],
    [{ sections: [] }, '/lesson', /no section/],
    [
      { references: [{ key: 'x2020', isCited: true, isRetracted: true }] },
      '/references',
      /x2020 was retracted/
    ],
    [{ forms: [pretest] }, '/blueprint', /no assessment/],
    [{ forms: [pretest, { ...assessment, passingPercent: null }] }, '/blueprint', /no pass mark/],
    [
      { forms: [pretest, { ...assessment, shortages: [shortage] }] },
      '/blueprint',
      /LO1, hard: asks for 3, 1 live item can/
    ],
    [{ forms: [pretest, { ...assessment, missingFixedItems: 2 }] }, '/blueprint', /2 fixed items/],
    [{ forms: [pretest, { ...assessment, tellsKeys: true }] }, '/blueprint', /shows keys after each item/],
    [
      { forms: [pretest, { ...assessment, requiredForCompletion: false }] },
      '/blueprint',
      /has to be required/
    ],
    [{ forms: [{ ...pretest, kind: 'practice' }, assessment] }, '/blueprint', /Before cannot be required/],
    [{ itemsWithErrors: ['A01'] }, '/items', /A01 has a writing flaw/],
    [{ itemsCitingRetracted: ['A02'] }, '/items', /A02 cites a retracted/],
    [
      { disclosures: [{ name: 'Ana', open: ['has not declared yet'], late: [] }] },
      '/disclosures',
      /Ana: has not declared/
    ],
    [{ hasEvaluationForm: false }, '', /No evaluation form/],
    [{ accreditation: { kind: 'missing' } }, '', /no admin has attested/],
    [
      { accreditation: { kind: 'stale', changed: ['the minutes', 'the provider'] } },
      '',
      /has changed since: the minutes, the provider/
    ]
  ])('names %j, with the way to mend it', (change, path, words) => {
    const checks = releaseChecklist({ ...whole, ...change });
    const missing = checks.filter(({ state }) => state === 'missing');
    expect(missing.map((check) => check.path)).toEqual([path]);
    expect(missing.flatMap(({ details }) => details).join(' ')).toMatch(words);
    expect(mayRelease(checks)).toBe(false);
  });

  it.each<Partial<ReleaseFacts>>([
    { references: [{ key: 'x2020', isCited: false, isRetracted: false }] },
    { estimatedMinutes: 90 },
    { creditWarning: 'Off.' },
    { limitWarning: 'Timed.' },
    { unsaid: ['what it costs'] },
    { disclosures: [{ name: 'Ana', open: [], late: ['began before'] }] },
    { sections: whole.sections.map((section) => ({ ...section, withoutPassage: 1 })) },
    { accreditation: { kind: 'demonstration' } }
  ])('advises without blocking: %j', (change) => {
    const checks = releaseChecklist({ ...whole, ...change });
    expect(checks.filter(({ state }) => state === 'advice')).toHaveLength(1);
    expect(mayRelease(checks)).toBe(true);
  });
});
