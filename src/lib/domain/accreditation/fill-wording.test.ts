import { describe, expect, it } from 'vitest';
import { fillWording } from './fill-wording.ts';

const provider = {
  name: 'The Example University',
  accreditor: 'ACCME',
  accreditorId: '0001234',
  mode: 'joint',
  jointProviders: 'Sample Hospital',
  address: 'Springfield'
} as const;

describe('a wording', () => {
  it('takes title, format and provider, and leaves the amount to whoever awards it', () => {
    const wording = 'The {provider} with {jointProviders}: {title}, this {format}, {amount}.';
    expect(fillWording(wording, { title: 'Resistance', format: 'live-course', provider })).toBe(
      'The Example University with Sample Hospital: Resistance, this live activity, {amount}.'
    );
  });

  it('does not read what it put in as a placeholder or a pattern', () => {
    const title = 'Costs of $& and {provider}';
    expect(fillWording('{title}', { title, format: 'other', provider })).toBe(title);
  });
});
