import { expect, it } from 'vitest';
import { backToChoice } from './preflight-request.ts';

it('goes back to the form, with its days, where no file for an accreditor was chosen', () => {
  const page = 'http://localhost:3000/admin/reports/accreditors/new';
  expect(backToChoice(new URL(`${page}?mapping=&from=2026-01-01`))).toBe(
    '/admin/reports/accreditors?mapping=&from=2026-01-01'
  );
  expect(backToChoice(new URL(`${page}?mapping=cpe-monitor`))).toBeNull();
  expect(backToChoice(new URL(page))).toBeNull();
});
