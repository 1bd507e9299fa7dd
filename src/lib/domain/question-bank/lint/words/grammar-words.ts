/** Compiled by hand from English grammar and the commonest words of clinical options; not complete. */

/** Beginnings of words with a silent h. */
export const SILENT_H = ['hour', 'honest', 'honor', 'honour', 'heir'];

/** Beginnings that are written with a vowel and spoken with a consonant. */
export const VOWEL_LETTERS_AS_CONSONANTS = [
  'uni',
  'use',
  'usu',
  'uti',
  'ura',
  'ure',
  'uri',
  'uro',
  'uter',
  'euth',
  'eug',
  'eup',
  'eur',
  'one',
  'once'
];

/** Endings with an s that are no plural: sepsis, mucus, process, diabetes … */
export const NOT_PLURAL = [
  'ss',
  'us',
  'is',
  'itis',
  'osis',
  'diabetes',
  'herpes',
  'rabies',
  'measles',
  'mumps',
  'rickets',
  'scabies',
  'caries',
  'series',
  'species',
  'biceps',
  'triceps',
  'pancreas',
  'lens',
  'pons',
  'ascites',
  'tetanus',
  'facies',
  'kudos',
  'always',
  'pus',
  'gas',
  'atlas',
  'virus',
  'shingles',
  'yaws',
  'lupus',
  'tabes',
  'genetics',
  'statistics'
];

/** Verbs with which options that are actions begin. */
export const ACTION_VERBS = new Set(
  `add adjust administer admit advise allow apply arrange ask assess assign assume avoid begin change check choose
  clean compare confirm consider consult continue counsel decrease defer delay deliver determine discharge discontinue
  discuss document double drain draw educate encourage ensure escalate evaluate examine explain find follow give hold
  hospitalize identify image immunize increase induce inform initiate inject insert inspect intubate investigate keep
  lower maintain measure monitor notify observe obtain offer omit order perform place postpone prescribe provide raise
  reassess reassure recheck recommend record reduce refer remove repeat replace request resect restart resume resuscitate
  review schedule screen send stabilize start stop substitute suspend switch take taper test titrate transfer transfuse
  treat use vaccinate verify wait withdraw withhold`.split(/\s+/)
);

/** Those of the verbs that are nouns, too: "Change in …", "Discharge from …". */
export const VERBS_AND_NOUNS = new Set(
  `change check decrease delay discharge document drain draw hold image increase insert measure offer order place raise
  record request review schedule stop substitute switch taper test transfer use`.split(/\s+/)
);

/** Nouns that end in -ing. */
export const NOUNS_IN_ING = new Set(
  `aging banding binding bleeding blotting breathing bruising clotting clubbing conditioning coughing counseling cycling
  dosing drooling edging engineering fasting feeding finding flushing folding genotyping grading grafting grunting healing
  hearing imaging itching learning lightening lining lying morning nothing ongoing opening phenotyping priming profiling
  reading ring scarring screening sequencing shunting signaling signalling sleeping sling smoking sneezing snoring something
  spacing splicing spotting spring staging staining stenting string sweating swelling swallowing teething testing thickening
  thinning timing tingling training underlying vomiting wasting weighting wheezing wing wound-healing writing`.split(
    /\s+/
  )
);
