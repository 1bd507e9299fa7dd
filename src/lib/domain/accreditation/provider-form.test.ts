import { describe, expect, it } from 'vitest';
import { accreditationStatement } from './accreditors.ts';
import { readProviderForm } from './provider-form.ts';

const typed = {
  name: ' The Example  University ',
  accreditor: 'ACCME',
  accreditorId: '0001234',
  mode: 'joint',
  jointProviders: 'Sample Hospital',
  address: '1 Example Street',
  contact: 'cme@example.org'
};

const about = { title: 'Resistance', format: 'enduring-material' };

describe('the provider', () => {
  it('is complete or not recorded', () => {
    const read = readProviderForm({ ...typed, name: '', accreditorId: ' ', jointProviders: '', contact: '' });
    expect(read.ok || read.problem.map(({ field }) => field)).toEqual([
      'name',
      'accreditorId',
      'jointProviders',
      'contact'
    ]);
  });

  it('keeps leading zeros, and names no partner where it provides alone', () => {
    expect(readProviderForm({ ...typed, mode: 'direct' })).toMatchObject({
      value: { name: 'The Example University', accreditorId: '0001234', jointProviders: '' }
    });
  });

  it('has the statement of its accreditor, direct and joint (cme-rules.md §1.3)', () => {
    const read = readProviderForm(typed);
    if (!read.ok) throw new Error('The form is complete.');
    expect(accreditationStatement(read.value, about)).toBe(
      'This activity has been planned and implemented in accordance with the accreditation requirements and policies of the Accreditation Council for Continuing Medical Education (ACCME) through the joint providership of Example University and Sample Hospital. The Example University is accredited by the ACCME to provide continuing medical education for physicians.'
    );
    expect(accreditationStatement({ ...read.value, mode: 'direct' }, about)).toBe(
      'The Example University is accredited by the Accreditation Council for Continuing Medical Education (ACCME) to provide continuing medical education for physicians.'
    );
    expect(accreditationStatement({ ...read.value, accreditor: 'Example Board' }, about)).toBe(
      'The Example University is accredited by Example Board (0001234). This activity is jointly provided with Sample Hospital.'
    );
  });
});
