import { fillWording } from './fill-wording.ts';
import type { Provider } from './provider.ts';

type Accreditor = { id: string; label: string; direct: string; joint: string };

/**
 * The statements that accreditors demand of providers that they accredit (cme-rules.md §1.3; those of ANCC, ACPE and AAPA
 * are general knowledge: the provider confirms them before it attests).
 */
export const ACCREDITORS: readonly Accreditor[] = [
  {
    id: 'ACCME',
    label: 'ACCME: Accreditation Council for Continuing Medical Education',
    direct:
      'The {provider} is accredited by the Accreditation Council for Continuing Medical Education (ACCME) to provide continuing medical education for physicians.',
    joint:
      'This activity has been planned and implemented in accordance with the accreditation requirements and policies of the Accreditation Council for Continuing Medical Education (ACCME) through the joint providership of {provider} and {jointProviders}. The {provider} is accredited by the ACCME to provide continuing medical education for physicians.'
  },
  {
    id: 'Joint Accreditation',
    label: 'Joint Accreditation: ACCME, ACPE and ANCC together',
    direct:
      'In support of improving patient care, {provider} is jointly accredited by the Accreditation Council for Continuing Medical Education (ACCME), the Accreditation Council for Pharmacy Education (ACPE), and the American Nurses Credentialing Center (ANCC), to provide continuing education for the healthcare team.',
    joint:
      'In support of improving patient care, this activity has been planned and implemented by {jointProviders} and {provider}. {provider} is jointly accredited by the Accreditation Council for Continuing Medical Education (ACCME), the Accreditation Council for Pharmacy Education (ACPE), and the American Nurses Credentialing Center (ANCC), to provide continuing education for the healthcare team.'
  },
  {
    id: 'ANCC',
    label: 'ANCC: American Nurses Credentialing Center',
    direct:
      'The {provider} is accredited as a provider of nursing continuing professional development by the American Nurses Credentialing Center’s Commission on Accreditation.',
    joint:
      'The {provider} is accredited as a provider of nursing continuing professional development by the American Nurses Credentialing Center’s Commission on Accreditation. This activity is jointly provided with {jointProviders}.'
  },
  {
    id: 'ACPE',
    label: 'ACPE: Accreditation Council for Pharmacy Education',
    direct:
      'The {provider} is accredited by the Accreditation Council for Pharmacy Education as a provider of continuing pharmacy education.',
    joint:
      'The {provider} is accredited by the Accreditation Council for Pharmacy Education as a provider of continuing pharmacy education. This activity is jointly provided with {jointProviders}.'
  },
  {
    id: 'AAPA',
    label: 'AAPA: American Academy of Physician Associates',
    direct:
      'The {provider} has been authorized by the American Academy of PAs (AAPA) to award AAPA Category 1 CME credit.',
    joint:
      'The {provider} has been authorized by the American Academy of PAs (AAPA) to award AAPA Category 1 CME credit. This activity is jointly provided with {jointProviders}.'
  },
  {
    id: 'RCP',
    label: 'RCP: Federation of the Royal Colleges of Physicians of the United Kingdom',
    direct:
      'This activity has been approved by the Federation of the Royal Colleges of Physicians of the United Kingdom.',
    joint:
      'This activity of {provider} and {jointProviders} has been approved by the Federation of the Royal Colleges of Physicians of the United Kingdom.'
  },
  {
    id: 'EACCME',
    label: 'EACCME: European Accreditation Council for Continuing Medical Education',
    direct:
      'This activity of {provider} is accredited by the European Accreditation Council for Continuing Medical Education (EACCME).',
    joint:
      'This activity of {provider} and {jointProviders} is accredited by the European Accreditation Council for Continuing Medical Education (EACCME).'
  }
];

/** The statement of a provider's accreditation; of an accreditor that is not known here, who it is and under which id. */
export function accreditationStatement(provider: Provider, about: { title: string; format: string }): string {
  const known = ACCREDITORS.find(({ id }) => id === provider.accreditor);
  if (known) return fillWording(known[provider.mode], { ...about, provider });
  const joint =
    provider.mode === 'joint' ? ` This activity is jointly provided with ${provider.jointProviders}.` : '';
  return `${provider.name} is accredited by ${provider.accreditor} (${provider.accreditorId}).${joint}`;
}
