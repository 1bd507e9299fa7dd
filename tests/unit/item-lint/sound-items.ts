import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import { matching, multiple, numeric, ordering, shortText, single, trueFalse } from './drafts.ts';

/** Thirty items without a flaw, of all types, from several fields. */
export const SOUND_ITEMS: ItemDraft[] = [
  single(
    'A 67-year-old man has crushing chest pain for two hours. The ECG shows ST elevation in leads II, III and aVF.\n\nWhich artery is most likely occluded?',
    [
      'Left anterior descending artery',
      'Left circumflex artery',
      'Left main artery',
      '*Right coronary artery'
    ]
  ),
  single(
    'A 24-year-old woman with type 1 diabetes is drowsy and breathes deeply. Her blood glucose is 480 mg/dL and her blood pH 7.12.\n\nWhat is the first step of her treatment?',
    ['Bicarbonate infusion', 'Insulin bolus', '*Isotonic saline infusion', 'Phosphate replacement']
  ),
  single(
    'A 45-year-old woman has fatigue, weight gain and dry skin. Her TSH is 18 mIU/L, her free thyroxine is low.\n\nWhich diagnosis explains these findings?',
    ['Central hypothyroidism', '*Primary hypothyroidism', 'Sick euthyroid syndrome', 'Subacute thyroiditis']
  ),
  single(
    'A 30-year-old man has had ulcerative colitis for nine years. He asks how he will be followed.\n\nWhich examination does he need at regular intervals?',
    ['Abdominal ultrasound', 'Capsule endoscopy', '*Colonoscopy with biopsies', 'Fecal occult blood test']
  ),
  single(
    'A 70-year-old woman with atrial fibrillation has a creatinine clearance of 85 mL/min and no valve disease.\n\nWhich drug lowers her risk of stroke most?',
    ['*Apixaban', 'Aspirin', 'Clopidogrel', 'Metoprolol']
  ),
  single('A 5-year-old boy has a barking cough and stridor at rest.\n\nWhich drug shortens the illness?', [
    'Amoxicillin',
    '*Dexamethasone',
    'Ipratropium',
    'Montelukast'
  ]),
  single(
    'Two trials of the same drug report relative risk reductions of 25%. Control event rates were 4% and 20%.\n\nWhat is the number needed to treat in the second trial?',
    ['5', '10', '*20', '100']
  ),
  single(
    'A nurse is stuck by a needle used on a patient with untreated HIV.\n\nWithin how many hours should prophylaxis begin?',
    ['*72 hours', '96 hours', '120 hours', '168 hours']
  ),
  single(
    'A 58-year-old smoker has a peripheral lung nodule of 9 mm, found by chance.\n\nWhat should be done next?',
    [
      'Begin empirical antibiotics',
      'Order a bone scan',
      '*Repeat the CT scan in three months',
      'Schedule a lobectomy'
    ]
  ),
  single(
    'A woman at 30 weeks of gestation has a blood pressure of 165/112 mmHg and new proteinuria.\n\nWhich drug prevents seizures?',
    ['Diazepam', 'Labetalol', '*Magnesium sulfate', 'Phenytoin']
  ),
  single(
    'A patient who is not a candidate for surgery has localized prostate cancer of intermediate risk.\n\nWhich treatment can cure him?',
    ['Docetaxel', '*External beam radiotherapy', 'Finasteride', 'Watchful waiting']
  ),
  single(
    'Serum from a man with jaundice shows surface antigen of hepatitis B virus and IgM against core antigen.\n\nWhich stage of infection do these results show?',
    ['*Acute infection', 'Immunity after vaccination', 'Past infection', 'Window period']
  ),
  multiple(
    'A 62-year-old man with heart failure has an ejection fraction of 30% and NYHA class II symptoms.\n\nWhich TWO drugs prolong his life?',
    ['Digoxin', 'Furosemide', '*Metoprolol succinate', '*Sacubitril with valsartan', 'Verapamil']
  ),
  multiple(
    'A traveler returns from Ghana with fever. Thick films show Plasmodium falciparum.\n\nWhich THREE findings define severe malaria?',
    ['*Coma', 'Headache', '*Metabolic acidosis', 'Muscle ache', '*Renal failure']
  ),
  multiple(
    'You counsel a 50-year-old woman about screening.\n\nFor which TWO cancers has screening lowered mortality in randomized trials?',
    ['*Breast cancer', '*Colorectal cancer', 'Ovarian cancer', 'Pancreatic cancer', 'Thyroid cancer']
  ),
  multiple('A man takes lithium. Which TWO drugs raise its serum level?', [
    'Acetaminophen',
    '*Hydrochlorothiazide',
    '*Ibuprofen',
    'Theophylline'
  ]),
  multiple(
    'An outbreak of vomiting starts on a cruise ship. Which THREE measures stop norovirus from spreading?',
    [
      'Alcohol hand rub alone',
      '*Bleach on surfaces',
      '*Isolation of the ill',
      'Mosquito nets',
      '*Washing hands with soap'
    ]
  ),
  matching(
    'Match each antidote with the poison that it treats. One poison is not used.',
    [
      ['Fomepizole', 'Ethylene glycol'],
      ['Naloxone', 'Morphine'],
      ['Pralidoxime', 'Parathion']
    ],
    ['Cyanide']
  ),
  matching('Match each heart sound with its cause.', [
    ['Fixed splitting of S2', 'Atrial septal defect'],
    ['Opening snap', 'Mitral stenosis'],
    ['Pericardial knock', 'Constrictive pericarditis']
  ]),
  matching(
    'Match each study design with the measure that it gives directly.',
    [
      ['Case-control study', 'Odds ratio'],
      ['Cohort study', 'Relative risk'],
      ['Cross-sectional study', 'Prevalence']
    ],
    ['Number of deaths']
  ),
  ordering('Place the steps of adult basic life support in the order of the guideline.', [
    'Check that the scene is safe',
    'Check for a response',
    'Call for help',
    'Start chest compressions'
  ]),
  ordering('Place the layers of the skin in order, from outside to inside.', [
    'Stratum corneum',
    'Stratum granulosum',
    'Stratum spinosum',
    'Stratum basale'
  ]),
  trueFalse('Metformin lowers blood glucose mainly by reducing glucose output from the liver.', true),
  trueFalse('Warfarin crosses the placenta less readily than heparin.', false),
  trueFalse('Measles vaccine contains a live attenuated virus.', true),
  numeric(
    'A woman weighs 60 kg. Enoxaparin is given at 1 mg per kilogram twice a day. What is her daily dose?',
    [
      ['*120', '0'],
      ['60', '0']
    ],
    'mg'
  ),
  numeric(
    'Sodium is 140, chloride 100 and bicarbonate 10 mmol/L. What is the anion gap?',
    [
      ['*30', '0.5'],
      ['40', '0.5']
    ],
    'mmol/L'
  ),
  numeric(
    'A test has a sensitivity of 90% and a specificity of 95%. What is its positive likelihood ratio?',
    [
      ['*18', '0.5'],
      ['0.11', '0.02']
    ]
  ),
  shortText('Which vitamin is given to newborns to prevent bleeding?', [
    '*Vitamin K',
    '*Phytomenadione',
    'Vitamin C'
  ]),
  shortText('A boy has a strawberry tongue, fever for six days and swollen hands. Name the disease.', [
    '*Kawasaki disease',
    '*Kawasaki syndrome',
    'Scarlet fever'
  ])
];
