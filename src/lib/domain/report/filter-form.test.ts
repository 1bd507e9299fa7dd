import { describe, expect, it } from 'vitest';
import { readCompletionView, viewQuery, WHOLE_VIEW } from './completion-view.ts';
import { pageHref, sortByHead, type CompletionsPage } from './completions-page.ts';
import { additionInAddress, controlOfField, readFilterAddition, withAddition } from './filter-addition.ts';
import { filterSentence } from './filter-sentence.ts';

const OPTIONS = {
  activities: [{ id: 'a-1', label: 'Resistance to immunotherapy' }],
  versions: [],
  credits: [{ id: 'ama-pra-1', label: 'AMA PRA Category 1 Credit™' }]
};

const filterOf = (query: string) => {
  const view = readCompletionView(new URLSearchParams(query));
  if (!view.ok) throw new Error(JSON.stringify(view.problem));
  return view.value.filter;
};

/** The address after the form "Add filter" was sent from it. */
function added(query: string): string | null {
  const sent = new URLSearchParams(query);
  const addition = readFilterAddition(sent);
  const after = addition && withAddition(sent, addition);
  const view = after && readCompletionView(after);
  return view?.ok ? viewQuery(view.value) : null;
}

describe('a filter that is added', () => {
  it.each([
    ['add=profession&value-profession=nurse&value-profession=dentist', 'profession=dentist&profession=nurse'],
    ['profession=nurse&add=profession&value-profession=dentist', 'profession=dentist&profession=nurse'],
    ['country=US&add=profession&value-profession=nurse&value-country=DE', 'profession=nurse&country=US'],
    ['add=reporting&operator-reporting=pars&value-reporting=accepted', 'reporting=pars%3Aaccepted'],
    ['name=a&add=name&value-name=b+c', 'name=a&name=b+c'],
    [
      'add=completed&operator-completed=between&value-completed=2027-01-01&second-completed=2027-03-31',
      'from=2027-01-01&to=2027-03-31'
    ],
    [
      'to=2026-01-01&add=completed&operator-completed=from&value-completed=2027-01-01&second-completed=2027-03-31',
      'from=2027-01-01'
    ],
    ['add=completed&operator-completed=to&value-completed=2027-01-01', 'to=2027-01-01'],
    ['add=completed&operator-completed=exactly&value-completed=2027-01-01', 'from=2027-01-01&to=2027-01-01'],
    ['add=score&operator-score=from&value-score=80', 'scoreMin=80'],
    ['scoreMin=10&add=score&value-score=&second-score=90', 'scoreMax=90']
  ])('stands in the address: %s', (sent, after) => {
    expect(added(sent)).toBe(after);
  });

  it.each([
    'add=profession',
    'add=name&value-name=+',
    'add=reporting&operator-reporting=pars&value-reporting='
  ])('has to be something: %s', (sent) => {
    expect(added(sent)).toBeNull();
  });

  it('is not added where the form was not sent', () => {
    expect(readFilterAddition(new URLSearchParams('add=password&value-password=x'))).toBeNull();
    expect(readFilterAddition(new URLSearchParams(''))).toBeNull();
  });

  it('comes back in the form where the address itself is mistaken, with the message at its control', () => {
    expect(additionInAddress(new URLSearchParams('from=2027-02-01&to=2027-01-31'), 'to')).toEqual({
      kind: 'completed',
      comparison: 'between',
      values: ['2027-02-01', '2027-01-31']
    });
    expect(['from', 'to', 'scoreMax', 'name', 'column'].map(controlOfField)).toEqual([
      'value-completed',
      'second-completed',
      'second-score',
      'value-name',
      'columns'
    ]);
  });
});

describe('a filter as a sentence', () => {
  const said = (query: string) =>
    filterSentence(filterOf(query), OPTIONS).map(
      ({ subject, verb, values }) => `${subject} ${verb} ${values.map(({ words }) => words).join(' or ')}`
    );

  it('says each field with its values in words', () => {
    expect(
      said(
        'activity=a-1&from=2027-01-01&to=2027-03-31&profession=nurse&profession=pharmacist&credit=ama-pra-1&credit=none' +
          '&country=DE&reporting=pars:none&scoreMin=80&name=Ana&version=0.1.0'
      )
    ).toEqual([
      'activity is Resistance to immunotherapy',
      'version is 0.1.0',
      'completed is between January 1, 2027 and March 31, 2027',
      'profession is any of Nurse or Pharmacist',
      'type of credit is any of AMA PRA Category 1 Credit™ or Nothing claimed yet',
      'country is Germany',
      'reporting is PARS: never sent',
      'score is at least 80%',
      'name has “Ana”'
    ]);
    expect(said('to=2027-01-31&scoreMax=70')).toEqual([
      'completed is on or before January 31, 2027',
      'score is at most 70%'
    ]);
    expect(said('from=2027-01-31&to=2027-01-31&scoreMin=70&scoreMax=70')).toEqual([
      'completed is on January 31, 2027',
      'score is 70%'
    ]);
    expect(said('')).toEqual([]);
  });

  it('loses one value, or a whole range, by what stands beside it', () => {
    const [nurses, days] = filterSentence(
      filterOf('profession=nurse&profession=dentist&from=2027-01-01&to=2027-02-01'),
      OPTIONS
    ).toReversed();
    expect(nurses?.values[0]?.without.profession).toEqual(['dentist']);
    expect(days?.without).toMatchObject({ from: null, to: null, profession: ['nurse', 'dentist'] });
  });
});

describe('the address of the page', () => {
  const id = '0b8f7a3e-5f0c-4d0e-9a1b-2c3d4e5f6a7b';
  const page: CompletionsPage = {
    view: WHOLE_VIEW,
    place: { kind: 'after', id },
    savedViewId: id,
    isCompact: true,
    isCountExact: true
  };

  it('begins at the first page where the view changes, and keeps the place elsewhere', () => {
    expect(pageHref(page, {})).toBe(`/admin/completions?after=${id}&view=${id}&density=compact&count=exact`);
    expect(pageHref(page, { isCompact: false })).toBe(
      `/admin/completions?after=${id}&view=${id}&count=exact`
    );
    const sort = sortByHead(WHOLE_VIEW.sort, 'name');
    expect(
      pageHref({ ...page, isCompact: false, savedViewId: null }, { view: { ...WHOLE_VIEW, sort } })
    ).toBe('/admin/completions?sort=name');
    expect(
      pageHref(
        { ...page, place: { kind: 'first' }, savedViewId: null, isCompact: false, isCountExact: false },
        {}
      )
    ).toBe('/admin/completions');
  });

  it('turns the order round where the report is in that order already', () => {
    expect(sortByHead({ by: 'name', descending: false }, 'name')).toEqual({ by: 'name', descending: true });
    expect(sortByHead({ by: 'name', descending: true }, 'score')).toEqual({ by: 'score', descending: true });
  });
});
