import type { ShippedRule } from '../credit-rule.ts';

/** Maintenance of certification of the American Board of Internal Medicine: points as many as credits claimed. */
export const ABIM_MOC: ShippedRule[] = [
  {
    key: 'abim-moc',
    version: 1,
    validFrom: '2022-01-01',
    rule: {
      name: 'ABIM MOC points',
      unit: { part: 'MOC points', one: 'MOC point', many: 'MOC points' },
      role: 'added',
      offered: 'accredited',
      precedence: 70,
      accreditors: ['ACCME', 'Joint Accreditation'],
      beside: ['ama-pra-1'],
      formats: ['live-course', 'enduring-material', 'journal-based', 'performance-improvement'],
      professions: ['physician'],
      countries: null,
      minutesPerCredit: 60,
      countsEvaluation: true,
      stepQuarterCredits: 1,
      rounding: 'nearest',
      maximumQuarterCredits: null,
      monthsOffered: null,
      document: 'certificate',
      reports: ['abim-moc'],
      wording: {
        designation:
          'Successful completion of this CME activity, which includes participation in the evaluation component, enables the participant to earn up to {maximum} in the American Board of Internal Medicine’s (ABIM) Maintenance of Certification (MOC) program. Participants will earn MOC points equivalent to the amount of CME credits claimed for the activity. It is the CME activity provider’s responsibility to submit participant completion information to ACCME for the purpose of granting ABIM MOC credit.',
        document: 'Equivalent to {amount} of the ABIM, once the {provider} has reported the completion.',
        others: []
      },
      source:
        'The statement as NEJM Knowledge+ prints it (knowledgeplus.nejm.org): points equal credits; accme.org/faq/7922 (evaluation), guide to ABIM MOC (feedback). To be confirmed by the provider: formats, the last words of the statement.'
    }
  }
];
