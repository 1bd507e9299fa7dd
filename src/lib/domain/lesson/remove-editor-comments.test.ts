import { describe, expect, it } from 'vitest';
import { removeEditorComments } from './remove-editor-comments.ts';

describe('removeEditorComments', () => {
  it('removes a comment over several lines, and the gap that it leaves', () => {
    expect(removeEditorComments('One.\n\n<!-- needs-expert-review:\nis this so? -->\n\nTwo.')).toBe(
      'One.\n\nTwo.\n'
    );
  });

  it('removes everything after a comment that is never closed', () => {
    expect(removeEditorComments('One.\n\n<!-- needs-expert-review: \n\nTwo.')).toBe('One.\n');
  });

  it('leaves nothing of comments inside each other that a reader could see as one', () => {
    expect(removeEditorComments('A <!-- one <!-- two --> B')).toBe('A  B\n');
  });
});
