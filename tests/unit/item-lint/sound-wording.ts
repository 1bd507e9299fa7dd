import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import { matching, multiple, numeric, ordering, shortText, single, trueFalse } from './drafts.ts';

/** Sound items whose words look like flaws: negatives in clauses, eponyms, names in Latin, abbreviations like companies. */
export const SOUND_WORDING: ItemDraft[] = [
  single('A woman of 71 has a fever and a blood pressure of 82/40 mm Hg. Which step comes next?', [
    '*Give antibiotics',
    'Observe for six hours',
    'Refer for imaging',
    'Wait for the cultures'
  ]),
  single('Which treatment prolongs the life of a patient who is not a candidate for surgery?', [
    'Antihistamines',
    '*Radiotherapy',
    'Thermal baths'
  ]),
  single('Which drug should be chosen next if the seizure does not stop after lorazepam?', [
    'Carbamazepine',
    'Ethosuximide',
    'Gabapentin',
    '*Levetiracetam'
  ]),
  single(
    'Which change lowers the risk of stroke most in a man who drinks, eats little salt and does not sleep?',
    ['Less alcohol', 'More exercise', '*Smoking cessation', 'Weight loss']
  ),
  single('What is the most likely diagnosis in a woman who has not menstruated for eight weeks?', [
    'Endometriosis',
    'Menopause',
    '*Pregnancy',
    'Thyrotoxicosis'
  ]),
  single('Which mutation explains melanoma cells that do not present antigen?', [
    'Activation of BRAF',
    '*Loss of B2M',
    'Loss of PTEN',
    'Splicing of MET'
  ]),
  single('Which organism is most often found in a cystitis that was not acquired in hospital?', [
    'Enterococcus faecalis',
    '*Escherichia coli',
    'Klebsiella pneumoniae',
    'Proteus mirabilis'
  ]),
  single('A gram-negative rod ferments lactose. Which organism is it?', [
    'A. baumannii',
    '*E. coli',
    'P. aeruginosa',
    'S. typhi'
  ]),
  single('A child receives UCB cells from an unrelated donor. Which complication is to be prevented first?', [
    'Cataract',
    '*Graft-versus-host disease',
    'Growth hormone deficiency',
    'Hypothyroidism'
  ]),
  single('Lithium inhibits GSK-3 in neurons. Which pathway does this activate?', [
    'Hedgehog signaling',
    'JAK-STAT signaling',
    'Notch signaling',
    '*Wnt signaling'
  ]),
  single('A nodule on the eyelid of an 80-year-old man expresses cytokeratin 20. What is it?', [
    'Basal cell carcinoma',
    'Kaposi sarcoma',
    '*Merkel cell carcinoma',
    'Spitz nevus'
  ]),
  single('Which eponym names an aphthous ulcer of the mouth with uveitis and genital ulcers?', [
    '*Behçet syndrome',
    'Crohn disease',
    'Reiter syndrome',
    'Sjögren syndrome'
  ]),
  single('Which is the least invasive test that confirms celiac disease in this child?', [
    'Capsule endoscopy',
    'Duodenal biopsy',
    'Gluten challenge',
    '*Serology'
  ]),
  single('Why is surgery not indicated in a woman with a silent gallstone?', [
    'Antibiotics clear the bile',
    'Bile acids are too few',
    '*Few such stones cause pain',
    'Ursodiol dissolves it'
  ]),
  multiple('Which TWO findings are expected in a man whose kidneys do not excrete acid?', [
    '*Bicarbonate below 15 mmol/L',
    'Carbon dioxide above 60 mmHg',
    'Chloride below 90 mmol/L',
    '*Urine pH above 5.5'
  ]),
  matching(
    'Match each sign with its disease. Each disease may be used once, more than once or not at all.',
    [
      ['Courvoisier sign', 'Pancreatic cancer'],
      ['Murphy sign', 'Cholecystitis'],
      ['Rovsing sign', 'Appendicitis']
    ],
    ['Diverticulitis']
  ),
  ordering('Place the stages of Plasmodium falciparum in order, from the bite of a mosquito on.', [
    'Sporozoite',
    'Schizont in the liver',
    'Merozoite',
    'Ring form in red cells'
  ]),
  trueFalse('Clostridioides difficile forms spores that survive alcohol hand rubs.', true),
  numeric('How many of 200 patients do not relapse, if 15% relapse?', [
    ['*170', '0'],
    ['30', '0']
  ]),
  shortText('Which nerve is compressed in a man who cannot lift his foot after sitting with legs crossed?', [
    '*Common peroneal nerve',
    '*Common fibular nerve',
    'Tibial nerve'
  ])
];
