import type { LintContext } from '#lib/domain/question-bank/lint/lint-context.ts';
import {
  matching,
  multiple,
  numeric,
  ordering,
  shortText,
  single,
  trueFalse,
  withCitation,
  withOption
} from './drafts.ts';
import type { FlawedItem } from './flawed-wording.ts';

const STEM = 'A 19-year-old woman wheezes twice a week.\n\nWhich drug is preferred?';
const DRUGS = ['Budesonide', '*Formoterol', 'Ipratropium', 'Theophylline'];
const SOUND = single(STEM, DRUGS);
const PAIRS = matching(
  'Match each drug with its use.',
  [
    ['Aspirin', 'Pain'],
    ['Insulin', 'Diabetes']
  ],
  ['Asthma']
);
const STEPS = ordering('Place the steps in order.', ['Look', 'Listen', 'Feel']);

/** What the rules know of the surroundings, where an item needs more than usual. */
export const SURROUNDINGS: Partial<LintContext> = {
  listedKeys: ['smith2020', 'jones1999'],
  retractedKeys: ['jones1999'],
  shufflesOptions: false,
  otherKeys: ['Acquired resistance', 'Inhaled corticosteroid', 'Septic shock']
};

/** Items with flaws in parts, key, citations and names: L13, L15 to L18, R14. */
export const FLAWED_CONTENT: FlawedItem[] = [
  ['L13', 'stem', 'error', { ...SOUND, stem: '  ' }],
  ['L13', 'objective', 'error', { ...SOUND, objectiveId: null }],
  ['L13', 'citations', 'error', { ...SOUND, citations: [] }],
  ['L13', 'citation:1', 'error', withCitation(SOUND, { passage: ' ' })],
  ['L13', 'keyPoint', 'warning', { ...SOUND, keyPoint: '' }],
  ['L13', 'option:c', 'error', withOption(SOUND, 'c', { text: '' })],
  ['L13', 'rationale:b', 'error', withOption(SOUND, 'b', { rationale: '' })],
  ['L13', 'rationale:d', 'error', withOption(SOUND, 'd', { rationale: ' ' })],
  ['L13', 'option:a', 'error', withOption(SOUND, 'a', { isKey: null })],
  ['L13', 'options', 'error', single(STEM, ['Budesonide', '*Formoterol'])],
  ['L13', 'options', 'error', single(STEM, [...DRUGS, 'Salmeterol', 'Tiotropium'])],
  ['L13', 'options', 'error', single(STEM, ['Budesonide', 'Formoterol', 'Ipratropium'])],
  ['L13', 'options', 'error', single(STEM, ['*Budesonide', '*Formoterol', 'Ipratropium'])],
  ['L13', 'options', 'error', multiple(STEM, DRUGS, { select: 2 })],
  ['L13', 'options', 'error', multiple(STEM, DRUGS, { select: null })],
  ['L13', 'options', 'error', { ...trueFalse('Insulin lowers glucose.', true), options: SOUND.options }],
  ['L13', 'option:a', 'error', numeric('What is the dose?', [['*about 5', '0']])],
  ['L13', 'option:a', 'error', numeric('What is the dose?', [['*5', null]])],
  ['L13', 'options', 'error', numeric('What is the dose?', [['5', '0']])],
  ['L13', 'options', 'error', shortText('Which hormone is missing?', ['Insulin'])],
  ['L13', 'option:a', 'error', withOption(PAIRS, 'a', { matchTargetId: null })],
  ['L13', 'option:b', 'error', withOption(PAIRS, 'b', { matchTargetId: 'gone' })],
  ['L13', 'options', 'error', matching('Match the drug with its use.', [['Aspirin', 'Pain']])],
  [
    'L13',
    'target:t3',
    'error',
    { ...PAIRS, targets: PAIRS.targets.map((each) => ({ ...each, rationale: '' })) }
  ],
  ['L13', 'target:t1', 'error', { ...PAIRS, targets: PAIRS.targets.map((each) => ({ ...each, text: '' })) }],
  ['L13', 'options', 'error', withOption(STEPS, 'a', { keyPosition: 3 })],
  ['L13', 'options', 'error', withOption(STEPS, 'b', { keyPosition: null })],
  ['L15', 'citation:1', 'error', withCitation(SOUND, { citationKey: 'nobody1900' })],
  ['L15', 'citation:1', 'error', withCitation(SOUND, { citationKey: 'jones1999' })],
  ['L15', 'citation:1', 'error', withCitation(SOUND, { verification: 'needs-expert-review' })],
  ['L15', 'stem', 'error', { ...SOUND, stem: 'Relief is fast [@brown2001].\n\nWhich drug is preferred?' }],
  [
    'L15',
    'rationale:a',
    'error',
    withOption(SOUND, 'a', { rationale: 'It is slow [@smith2020; @brown2001].' })
  ],
  ['L16', 'stem', 'error', single(`A trial by Novartis enrolled her. ${STEM}`, DRUGS)],
  ['L16', 'stem', 'error', single(`She had the Pfizer-BioNTech vaccine. ${STEM}`, DRUGS)],
  ['L16', 'stem', 'error', single(`A Roche-sponsored trial enrolled her. ${STEM}`, DRUGS)],
  ['L16', 'keyPoint', 'error', { ...SOUND, keyPoint: 'NOVARTIS paid for the trial.' }],
  ['L16', 'keyPoint', 'error', { ...SOUND, keyPoint: 'ELI LILLY paid for the trial.' }],
  ['L16', 'rationale:a', 'error', withOption(SOUND, 'a', { rationale: 'Lilly sells it.' })],
  ['L16', 'keyPoint', 'warning', { ...SOUND, keyPoint: 'Keytruda-based treatment comes first.' }],
  ['L16', 'rationale:c', 'error', withOption(SOUND, 'c', { rationale: 'Boehringer Ingelheim sells it.' })],
  ['L16', 'keyPoint', 'error', { ...SOUND, keyPoint: 'Our product works fastest.' }],
  ['L16', 'stem', 'error', { ...SOUND, stem: `See the logo. ${STEM}` }],
  ['L16', 'option:a', 'warning', withOption(SOUND, 'a', { text: 'Symbicort' })],
  ['L16', 'stem', 'warning', { ...SOUND, stem: `She takes KEYTRUDA. ${STEM}` }],
  [
    'L16',
    'citation:1',
    'warning',
    withCitation(SOUND, { passageKind: 'paraphrase', passage: 'Humira helps.' })
  ],
  [
    'L17',
    'stem',
    'info',
    single('An inhaled corticosteroid did not help her.\n\nWhich drug is added?', DRUGS)
  ],
  [
    'L17',
    'stem',
    'info',
    single('The patient of the previous question returns.\n\nWhich drug is added?', DRUGS)
  ],
  ['L17', 'stem', 'info', single('A man is in septic shock.\n\nWhich drug is given first?', DRUGS)],
  ['L18', 'item', 'info', single('A woman with EGPA wheezes.\n\nWhich drug is preferred?', DRUGS)],
  ['L18', 'item', 'info', withOption(SOUND, 'd', { rationale: 'It acts on PDE.' })],
  ['L18', 'item', 'info', { ...SOUND, keyPoint: 'Use ICS first.' }],
  ['R14', 'options', 'info', single(STEM, ['Theophylline', '*Formoterol', 'Ipratropium', 'Budesonide'])],
  ['R14', 'options', 'info', single(STEM, ['Omalizumab', '*Zileuton', 'Formoterol'])],
  ['R14', 'options', 'info', multiple(STEM, ['*Salmeterol', '*Formoterol', 'Theophylline', 'Budesonide'])]
];
