/**
 * What became of a save: stored under a new revision (`savedAt`: ISO 8601); refused since somebody else saved first, or
 * since it cannot be stored so; `signed-out`; or nobody answered.
 */
export type SaveAnswer =
  | { kind: 'saved'; revision: number; savedAt: string }
  | { kind: 'conflict' }
  | { kind: 'refused' }
  | { kind: 'signed-out' }
  | { kind: 'unanswered' };

/** `untouched`: nothing was typed since the page came. */
export type SavePhase = 'untouched' | 'unsaved' | 'saving' | SaveAnswer['kind'];
