import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import type { LintSeverity } from '#lib/domain/question-bank/lint/lint-finding.ts';
import { matching, multiple, single, trueFalse } from './drafts.ts';

/** Rule, place and severity of the finding that the item must have. */
export type FlawedItem = [rule: string, place: string, severity: LintSeverity, draft: ItemDraft];

const ASTHMA = 'A 19-year-old woman wheezes twice a week.\n\nWhich drug is preferred?';
const DRUGS = ['Budesonide', '*Formoterol', 'Ipratropium', 'Theophylline'];

/** Items with flaws in the wording of options and lead-in: L01 to L06. */
export const FLAWED_WORDING: FlawedItem[] = [
  [
    'L01',
    'option:b',
    'warning',
    single('Which approach fits the guideline?', [
      'Surgery at once',
      '*A stepwise approach that begins with exercise and adds drugs only after three months',
      'Bed rest',
      'Opioids for a week'
    ])
  ],
  [
    'L01',
    'option:a',
    'warning',
    single('What explains the anemia?', [
      '*Loss of iron through small, repeated bleeds from the colon',
      'Hemolysis in the spleen',
      'Lack of vitamin B12',
      'Marrow failure'
    ])
  ],
  [
    'L01',
    'option:c',
    'warning',
    multiple('Which TWO measures lower the risk?', [
      'Antibiotics',
      '*Removal of urinary catheters as soon as they are not needed',
      '*Daily review whether the catheter is still indicated',
      'Saline flushes'
    ])
  ],
  ['L01', 'option:a', 'warning', single('What is given?', ['*Atezolizumab alone', 'Aspirin', 'Heparin'])],
  ['L01', 'option:b', 'warning', single('What is done?', ['Biopsy', '*Rest for a day', 'Splint'])],
  ['L02', 'option:d', 'error', single(ASTHMA, [...DRUGS.slice(0, 3), 'All of the above'])],
  ['L02', 'option:d', 'error', single(ASTHMA, [...DRUGS.slice(0, 3), 'None'])],
  ['L02', 'option:d', 'error', single(ASTHMA, [...DRUGS.slice(0, 3), 'Both are correct'])],
  ['L02', 'option:d', 'error', single(ASTHMA, [...DRUGS.slice(0, 3), 'All of the drugs listed'])],
  ['L02', 'option:d', 'error', single(ASTHMA, [...DRUGS.slice(0, 3), 'None of the listed drugs.'])],
  ['L02', 'option:d', 'error', single(ASTHMA, [...DRUGS.slice(0, 3), 'None of the above.'])],
  ['L02', 'option:d', 'error', single(ASTHMA, [...DRUGS.slice(0, 3), 'Both A and C'])],
  [
    'L02',
    'option:c',
    'error',
    single('1. Fever. 2. Cough. 3. Rash. Which are seen?', ['1 and 2', '*2, 3', '1, 3 only'])
  ],
  ['L02', 'option:a', 'error', single(ASTHMA, ['A and C', ...DRUGS.slice(1)])],
  [
    'L02',
    'target:t2',
    'error',
    matching('Match each drug with its use.', [
      ['Aspirin', 'Fever'],
      ['Insulin', 'None of these']
    ])
  ],
  ['L03', 'stem', 'error', single('Which drug is not used in gout?', DRUGS)],
  ['L03', 'stem', 'error', single('All of these cause cough EXCEPT which one?', DRUGS)],
  ['L03', 'stem', 'error', single('A man has gout.\n\nWhich finding is LEAST likely?', DRUGS)],
  ['L03', 'stem', 'warning', single('Which drug does **NOT** raise potassium?', DRUGS)],
  [
    'L03',
    'stem',
    'error',
    single('Which drug should **NOT** be given if he is **NOT** fasting, and not later?', DRUGS)
  ],
  ['L03', 'stem', 'error', single('All of these drugs are used to treat asthma EXCEPT:', DRUGS)],
  ['L03', 'stem', 'error', single('All of the following are used in asthma EXCEPT', DRUGS)],
  ['L03', 'stem', 'error', single('Which drug after myocardial infarction is NOT indicated?', DRUGS)],
  ['L03', 'stem', 'error', single('What is the finding after treatment that is LEAST likely?', DRUGS)],
  ['L03', 'stem', 'error', single('Which drug in a patient who has gout should NOT be given?', DRUGS)],
  ['L03', 'stem', 'error', single('Which drug in a patient who has gout should not be given?', DRUGS)],
  ['L03', 'stem', 'warning', single('Which drug in a man who has gout should **NOT** be given?', DRUGS)],
  ['L03', 'stem', 'error', single("Which of these doesn't lower blood pressure?", DRUGS)],
  [
    'L04',
    'option:b',
    'warning',
    single(ASTHMA, ['Budesonide', 'Formoterol, in all patients', '*Ipratropium'])
  ],
  [
    'L04',
    'option:a',
    'warning',
    single('When is the scan repeated?', ['Never', '*After three months', 'After a year'])
  ],
  [
    'L04',
    'option:a',
    'warning',
    single('When is it given?', ['Only at night', '*Only at noon', 'Only fasting'])
  ],
  ['L04', 'stem', 'warning', trueFalse('Aspirin is always used after infarction.', false)],
  ['L04', 'stem', 'warning', trueFalse('Statins always lower mortality. They are cheap.', false)],
  ['L04', 'stem', 'warning', trueFalse('Statins always lower mortality.', false)],
  [
    'L05',
    'option:c',
    'warning',
    single('What is the course?', ['Relapse', '*Recovery', 'Recovery is often slow'])
  ],
  ['L05', 'option:b', 'warning', single('What may follow?', ['It may recur', '*It may heal', 'It may last'])],
  ['L05', 'option:a', 'warning', single('What is the course?', ['It may recur', '*It heals', 'It spreads'])],
  ['L05', 'stem', 'warning', trueFalse('Measles rarely causes encephalitis.', true)],
  [
    'L06',
    'option:b',
    'warning',
    single('He feels unreality and detachment. Which term fits?', [
      'Anhedonia',
      '*Derealization with unreality',
      'Mania'
    ])
  ],
  [
    'L06',
    'option:a',
    'warning',
    single('Biopsy shows granulomas. What is found?', ['*Granulomatous inflammation', 'Fibrosis', 'Necrosis'])
  ],
  [
    'L06',
    'option:c',
    'warning',
    single('A farmer inhaled moldy straw. What made him ill?', [
      'Asbestos',
      'Silica',
      '*Spores of straw',
      'Talc'
    ])
  ]
];
