import { matching, numeric, shortText, single } from './drafts.ts';
import type { FlawedItem } from './flawed-wording.ts';

const STEM = 'A 19-year-old woman wheezes twice a week.\n\nWhich drug is preferred?';
const DRUGS = ['Budesonide', '*Formoterol', 'Ipratropium', 'Theophylline'];

/** Items with flaws in the form of stem and options: L07 to L12, R08. */
export const FLAWED_FORM: FlawedItem[] = [
  [
    'L07',
    'option:b',
    'warning',
    single('The most likely diagnosis is an', ['*Embolism', 'Pneumonia', 'Infarction'])
  ],
  [
    'L07',
    'option:a',
    'warning',
    single('He should be given a:', ['Antibiotic', '*Beta blocker', 'Diuretic'])
  ],
  [
    'L07',
    'option:c',
    'warning',
    single('Which structure is compressed?', [
      '*Median nerve',
      'Radial nerve',
      'Flexor tendons',
      'Ulnar nerve'
    ])
  ],
  [
    'L08',
    'options',
    'warning',
    single('What is next?', ['Order a CT scan', '*Appendicitis', 'Start antibiotics', 'Pancreatitis'])
  ],
  [
    'L08',
    'options',
    'warning',
    single('How long is it given?', ['7 days', '*14 days', 'Until the cough stops', '28 days'])
  ],
  [
    'L08',
    'options',
    'warning',
    single('What causes it?', [
      '*Autoantibodies',
      'A point mutation in the gene that encodes the beta chain of the receptor',
      'A virus'
    ])
  ],
  ['L09', 'option:b', 'error', single('Which range is normal?', ['10–20 mg', '*20–30 mg', '31–40 mg'])],
  ['L09', 'option:c', 'error', single('How many patients relapse?', ['< 5%', '*5–10%', '8 to 20%', '> 20%'])],
  [
    'L09',
    'options',
    'warning',
    single('How many days is it given?', ['7 days', '*3 days', '14 days', '5 days'])
  ],
  ['L09', 'options', 'warning', single('Which dose is given?', ['500 mg', '*1 g', '2 g'])],
  [
    'L09',
    'option:b',
    'error',
    numeric(
      'What is the anion gap?',
      [
        ['*10', '3'],
        ['12', '1']
      ],
      'mmol/L'
    )
  ],
  ['L10', 'stem', 'warning', single('Which of the following is true?', DRUGS)],
  ['L10', 'stem', 'warning', single('Which of the following statements about asthma is correct?', DRUGS)],
  ['L10', 'stem', 'warning', single('Asthma is treated with', DRUGS)],
  ['L10', 'stem', 'warning', shortText('The drug of choice', ['*Insulin'])],
  ['L11', 'option:c', 'error', single(STEM, ['Budesonide', '*Formoterol', 'budesonide.'])],
  [
    'L11',
    'option:c',
    'warning',
    single('What is found?', ['Acute leukaemia', '*Lymphoma', 'Acute leukemia'])
  ],
  [
    'L11',
    'option:b',
    'warning',
    single('What happened?', ['Heart attack', 'Myocardial infarction', '*Dissection'])
  ],
  [
    'L11',
    'option:b',
    'info',
    single('What happens to preload?', ['Increased preload', '*Decreased preload', 'Arrhythmia'])
  ],
  [
    'L11',
    'target:t2',
    'error',
    matching('Match each drug with its use.', [
      ['Aspirin', 'Fever'],
      ['Insulin', 'Fever']
    ])
  ],
  [
    'L11',
    'option:b',
    'warning',
    single('What is seen?', ['Reduced cardiac output', 'Decreased cardiac output', '*Fever'])
  ],
  [
    'L11',
    'option:c',
    'warning',
    single('What is seen?', ['Loss of antigen presentation', '*Fever', 'Antigen presentation loss'])
  ],
  [
    'L12',
    'stem',
    'info',
    single(
      `${'He has been well since the last visit in May. '.repeat(14)}\n\nWhich drug is preferred?`,
      DRUGS
    )
  ],
  [
    'L12',
    'stem',
    'info',
    single('He has not slept, does not eat, never rests and cannot sit.\n\nWhich drug helps?', DRUGS)
  ],
  [
    'L12',
    'option:a',
    'info',
    single('Why?', ['The receptor is blocked for a day', '*It stays blocked', 'It opens'])
  ],
  [
    'L12',
    'stem',
    'info',
    single(
      'Considering pathophysiological heterogeneity characterizing immunologically mediated gastrointestinal inflammatory conditions refractory to conventional immunosuppressive pharmacotherapy administered continuously throughout preceding observational intervals, notwithstanding multidisciplinary gastroenterological reevaluation incorporating endoscopic histopathological radiological biochemical microbiological examinations, which pharmacological intervention demonstrates superiority?',
      DRUGS
    )
  ],
  [
    'R08',
    'option:a',
    'info',
    single('Which combination is given?', [
      '*Cisplatin and etoposide with radiotherapy',
      'Cisplatin and paclitaxel',
      'Carboplatin and etoposide',
      'Surgery with radiotherapy'
    ])
  ],
  [
    'R08',
    'option:b',
    'info',
    single('What did he have?', [
      'Cough and fever',
      '*Fever, rash and cough',
      'Fever and rash',
      'Rash and cough'
    ])
  ],
  [
    'R08',
    'option:c',
    'info',
    single('Which regimen is used?', [
      'Red drug and blue drug',
      'Blue drug and gold drug',
      '*Red drug, blue drug and gold drug',
      'Green drug and gold drug'
    ])
  ]
];
