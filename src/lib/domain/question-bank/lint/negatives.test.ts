import { describe, expect, it } from 'vitest';
import { negativesThatAsk } from './negatives.ts';

const ASK_FOR_THE_EXCEPTION = [
  'Which drug is not used in gout?',
  'Which drug in a patient who has gout should not be given?',
  'Which drug in a patient who takes lithium should not be given?',
  'Which drug after myocardial infarction is not indicated?',
  'Which drug after myocardial infarction is NOT indicated?',
  'What is the finding after treatment that is LEAST likely?',
  'What is the finding after treatment that is least likely?',
  'Which drug in a patient who has gout should NOT be given?',
  "Which of these doesn't lower blood pressure?",
  'Which drug cannot be given in pregnancy?',
  'What is the drug that should not be given?',
  'Select the drug that is not used in gout.',
  'Which of the following, when given after infarction, is not associated with bleeding?',
  'Which vaccine is not recommended when the patient is pregnant?',
  'Which drug, if the patient is pregnant, should not be used?',
  'Which treatment for a woman with a history of stroke should not be offered?',
  'Which drug in pregnancy is not used?',
  'Which of the drugs that lower blood pressure should not be used in asthma?',
  'Which of the following is a drug that does not cross the placenta?',
  'For which disease is aspirin not indicated?',
  'In which of these diseases is aspirin not used?',
  'Which drug when given after infarction is not indicated?',
  'All of these cause cough except:',
  'Which drug was not shown to lower mortality after infarction?',
  'Which drug after infarction was not shown to lower mortality?',
  'Which drug does he not need?',
  'Which of the following patients should not receive a live vaccine?',
  "Which finding in a child with fever isn't seen?",
  'In a man with gout, which drug should not be given?',
  'In a patient who has gout, which drug should not be given?',
  'Which antibiotic while breastfeeding is not allowed?',
  'All are features of asthma excluding which one?'
];

const DESCRIBE_SOMETHING = [
  'Which treatment can cure a patient who is not a candidate for surgery?',
  'Which drug helps a patient who cannot swallow?',
  'Which drug helps a man who does not tolerate statins?',
  'Which therapy extends survival in patients whose lung tumors do not express PD-L1?',
  'What should be done next if the fever does not abate?',
  'Which antibiotic helps if the first drug does not?',
  'Which drug is preferred in a woman not taking estrogens?',
  'Which finding predicts a tumor that does not respond?',
  'Which treatment is preferred in a tumor that has not spread?',
  'What is the next step after the patient did not respond?',
  'Which drug helps after aspirin did not?',
  'Which drug lowers glucose but does not cause hypoglycemia?',
  'What is the best next step for a smoker who drinks, eats poorly and does not exercise?',
  'Which finding, although not specific, suggests sarcoidosis?',
  'Which test is best when MRI is not available?',
  'Which test replaces MRI when it cannot be done?',
  'Why is surgery not indicated?',
  'What explains why the tumor did not respond?',
  'What is the most likely reason that she does not respond?',
  'How many patients will not respond?',
  'What percentage of patients do not relapse?',
  'What happens if not treated?',
  'Which drug is not only effective but also safe?',
  'What is the most likely diagnosis in a child with fever who has not been vaccinated?',
  'Which organism causes pneumonia in patients not on antibiotics?',
  'What is the next step for a lesion not visible on CT?',
  'Which is the least invasive test that confirms the diagnosis?',
  'For at least how many weeks should anticoagulation continue?',
  "Which mechanism explains a T-cell infiltrate that isn't cleared?",
  "Which drug is given to a boy who hasn't been vaccinated?",
  'What is the most likely cause of a rash that does not blanch?',
  "Which gene is mutated in a tumor that doesn't express β2-microglobulin?",
  'What should he be told, since he cannot drive?',
  'Which antidepressant suits a man who has not slept for weeks?',
  'What is the most likely diagnosis in a woman who has not menstruated for six months?'
];

describe('a negative in a lead-in', () => {
  it.each(ASK_FOR_THE_EXCEPTION)('asks for the exception: %s', (leadIn) => {
    expect(negativesThatAsk(leadIn)).toHaveLength(1);
  });

  it.each(DESCRIBE_SOMETHING)('describes what is asked about: %s', (leadIn) => {
    expect(negativesThatAsk(leadIn)).toEqual([]);
  });

  it('always asks where it is emphasised', () => {
    expect(negativesThatAsk('Which drug helps a man who does **NOT** smoke?')).toEqual([
      { word: 'NOT', isBold: true }
    ]);
    expect(negativesThatAsk('Which drug helps a man who does NOT smoke?')).toEqual([
      { word: 'NOT', isBold: false }
    ]);
  });
});
