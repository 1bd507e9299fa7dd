const ADDITIONS = {
  'no-educator': {
    field: 'person',
    message: 'Choose somebody from the list. Whoever is missing needs the educator role first: ask an admin'
  },
  'no-part': { field: 'part', message: 'Choose what they do: author or reviewer' },
  'there-already': { field: 'person', message: 'This person is in the team already. Choose somebody else' },
  'last-author': {
    field: 'part',
    message: 'This person is the only author, and stays one. Add another author first'
  }
};

const REMOVALS = {
  'not-there': { field: 'team', message: 'This person is not in the team any more. Nothing was changed' },
  'last-author': {
    field: 'team',
    message: 'This person is the only author. Add another author first, or open the activity to all educators'
  }
};

/** Why somebody was not added, at the field that it is about. */
export const refusedAddition = (problem: keyof typeof ADDITIONS) => ADDITIONS[problem];

/** Why somebody was not taken out. */
export const refusedRemoval = (problem: keyof typeof REMOVALS) => REMOVALS[problem];
