import { describe, expect, it } from 'vitest';
import { availability } from './availability.ts';

const accredited = {
  releaseDate: '2026-12-01',
  expiryDate: '2029-11-30',
  accreditation: { mode: 'accredited' }
};

describe('availability', () => {
  it('is upcoming until the day before the release date', () => {
    expect(availability(accredited, '2026-11-30')).toBe('upcoming');
  });

  it('is open on the release date and on the expiry date', () => {
    expect(availability(accredited, '2026-12-01')).toBe('open');
    expect(availability(accredited, '2029-11-30')).toBe('open');
  });

  it('is closed for credit from the day after the expiry date', () => {
    expect(availability(accredited, '2029-12-01')).toBe('closed-for-credit');
  });

  it('is always open for a demonstration, whose credit nobody recognises', () => {
    const demonstration = { ...accredited, accreditation: { mode: 'demonstration' } };
    expect(availability(demonstration, '2026-11-23')).toBe('open');
    expect(availability(demonstration, '2031-01-01')).toBe('open');
  });
});
