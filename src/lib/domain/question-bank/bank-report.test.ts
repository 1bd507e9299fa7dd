import { describe, expect, it } from 'vitest';
import { bankReport, type AskedCell, type BankVersion } from './bank-report.ts';

const version = (change: Partial<BankVersion> = {}): BankVersion => ({
  itemId: 'one',
  externalId: 'P01',
  status: 'live',
  isNewest: true,
  type: 'single',
  objectiveId: 'LO1',
  difficulty: 'medium',
  usableInPretest: false,
  lintErrors: 0,
  lintWarnings: 0,
  lintRules: [],
  options: 4,
  keyPosition: 2,
  keyLength: 30,
  longestDistractor: 20,
  ...change
});

const cell = (change: Partial<AskedCell> = {}): AskedCell => ({
  assessmentId: 'form',
  assessment: 'Assessment',
  pretestItemsOnly: false,
  objectiveId: 'LO1',
  difficulty: 'any',
  count: 2,
  ...change
});

describe('the report of a bank', () => {
  it('counts items by the status of their newest version', () => {
    const { statuses } = bankReport(
      [
        version({ isNewest: false }),
        version({ status: 'draft' }),
        version({ itemId: 'two', status: 'retired' })
      ],
      []
    );
    expect(statuses.filter(({ count }) => count > 0)).toEqual([
      { status: 'draft', count: 1 },
      { status: 'retired', count: 1 }
    ]);
  });

  it('looks at the keys of newest single-choice items that are not retired', () => {
    const { balance } = bankReport(
      [
        version(),
        version({ itemId: 'two', type: 'multiple' }),
        version({ itemId: 'three', status: 'retired' }),
        version({ itemId: 'four', keyPosition: null }),
        version({ itemId: 'five', keyLength: 20, longestDistractor: 20 })
      ],
      []
    );
    expect(balance).toMatchObject({ items: 2, longestKeys: 1 });
  });

  it('names the cells of a blueprint that live items cannot fill', () => {
    const live = [
      version(),
      version({ itemId: 'two', difficulty: 'hard' }),
      version({ itemId: 'three', status: 'draft' })
    ];
    expect(bankReport(live, [cell()]).gaps).toEqual([]);
    expect(bankReport(live, [cell({ count: 3 })]).gaps).toMatchObject([
      { difficulty: 'any', asked: 3, live: 2 }
    ]);
    expect(bankReport(live, [cell({ difficulty: 'hard' })]).gaps).toMatchObject([{ asked: 2, live: 1 }]);
    expect(bankReport(live, [cell({ objectiveId: 'LO2' })]).gaps).toMatchObject([
      { objectiveId: 'LO2', live: 0 }
    ]);
    expect(bankReport(live, [cell({ pretestItemsOnly: true })]).gaps).toMatchObject([{ live: 0 }]);
  });

  it('gives a cell of any difficulty what the other cells of its objective leave', () => {
    const live = [version(), version({ itemId: 'two', difficulty: 'hard' })];
    const asked = [cell({ difficulty: 'hard', count: 1 }), cell({ count: 2 })];
    expect(bankReport(live, asked).gaps).toMatchObject([{ difficulty: 'any', asked: 2, live: 1 }]);
  });

  it('lists flawed items by rule', () => {
    const { flaws } = bankReport(
      [
        version({ lintRules: ['L13', 'L01'] }),
        version({ itemId: 'two', externalId: 'P02', lintRules: ['L13'] })
      ],
      []
    );
    expect(flaws.map(({ rule, items }) => [rule, items.map(({ externalId }) => externalId)])).toEqual([
      ['L01', ['P01']],
      ['L13', ['P01', 'P02']]
    ]);
  });
});
