type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const collect = (entries: [string, unknown][]): Fields => Object.fromEntries(entries);

/** Fields of activity.json that have a place of their own in the database, or are worked out again on the way out. */
const READ = [
  'schemaVersion',
  'slug',
  'version',
  'title',
  'summary',
  'audience',
  'audienceNote',
  'learningObjectives',
  'format',
  'estimatedMinutes',
  'passingStandard',
  'maxAttempts',
  'releaseDate',
  'reviewDate',
  'expiryDate',
  'authors',
  'reviewers',
  'disclosures',
  'disclosureStatement',
  'medicalDisclaimer',
  'practiceGap',
  'offLabelUse',
  'contact',
  'fee',
  'timeLimitMinutes',
  'lessonSections',
  'references',
  'items',
  'evaluation'
];

const READ_INSIDE: Record<string, string[]> = {
  accreditation: ['mode', 'provider', 'statement', 'label'],
  credit: ['maximumQuarterCredits'],
  commercialSupport: ['statement']
};

const READ_OF_ASSESSMENTS = [
  'kind',
  'title',
  'bank',
  'onlyPretestItems',
  'blueprint',
  'totalItems',
  'alwaysInclude',
  'feedback',
  'showScore',
  'passingStandard',
  'maxAttempts',
  'requiredForCompletion',
  'shuffleItems',
  'shuffleOptions'
];

const without = (fields: Fields, names: string[]): Fields =>
  collect(Object.entries(fields).filter(([name]) => !names.includes(name)));

/** The other fields of each assessment, by its kind. */
function ofAssessments(assessments: unknown): Fields {
  if (!Array.isArray(assessments)) return {};
  return collect(
    assessments.filter(isFields).map((entry) => [String(entry['kind']), without(entry, READ_OF_ASSESSMENTS)])
  );
}

/**
 * What stands in activity.json and is read by nothing here, in the shape of `activity_versions.extra`: the fields by name;
 * those inside accreditation, credit and commercial support; of assessments an object by kind.
 */
export function unreadFields(activity: Fields): Fields {
  const others = without(activity, READ);
  const inside = Object.entries(READ_INSIDE).map(([name, names]): [string, unknown] => {
    const part = activity[name];
    return [name, isFields(part) ? without(part, names) : {}];
  });
  return { ...others, ...collect(inside), assessments: ofAssessments(activity['assessments']) };
}

/** The kept fields of one part, e.g. of `credit`, or of `assessments` and a kind; empty where there are none. */
export function unreadPart(extra: Fields, ...path: string[]): Fields {
  return path.reduce<Fields>((part, name) => {
    const found = part[name];
    return isFields(found) ? found : {};
  }, extra);
}

/** The kept fields of activity.json itself, without those of its parts. */
export const unreadOfActivity = (extra: Fields): Fields =>
  without(extra, [...Object.keys(READ_INSIDE), 'assessments']);
