type Saved = { edit: string; find: { wanted: string; shown: string } };

/** Where a button of the form leads, so that its part of the page is in sight again. */
function anchorOf({ edit, find }: Saved): string {
  // Enter in the search field saves, as everywhere in the form: a new search is meant.
  const isSearch = edit === '' && find.wanted !== '' && find.wanted !== find.shown;
  if (isSearch || /citation|references/.test(edit)) return '#citations';
  return /target/.test(edit) ? '#targets' : edit === '' ? '' : '#options';
}

/** The page to which a form that was sent by itself leads; a search goes on until a reference was added. */
export function pageAfterSave(itemId: string, saved: Saved): string {
  const { wanted } = saved.find;
  const keeps = wanted !== '' && !saved.edit.startsWith('add-citation:');
  const find = keeps ? `&${new URLSearchParams({ find: wanted }).toString()}` : '';
  return `/author/items/${itemId}?saved${find}${anchorOf(saved)}`;
}
