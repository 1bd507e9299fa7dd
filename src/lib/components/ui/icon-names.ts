/** The icons of static/icons.svg; `scripts/icons.ts` makes that file from this list. */
export const ICON_NAMES = [
  'arrow-down',
  'arrow-up',
  'award',
  'ban',
  'book-open',
  'bookmark',
  'check',
  'chevron-left',
  'chevron-right',
  'clock',
  'download',
  'external-link',
  'file-text',
  'filter',
  'flag',
  'history',
  'info',
  'keyboard',
  'list-checks',
  'plus',
  'printer',
  'quote',
  'search',
  'settings',
  'triangle-alert',
  'user',
  'x'
] as const;

export type IconName = (typeof ICON_NAMES)[number];
