import type { AssessmentPart, DisclosurePart, PackageParts } from './package-parts.ts';
import { sectionFile } from './section-file.ts';
import { unreadOfActivity, unreadPart } from './unread-fields.ts';
import { writeJson } from './write-json.ts';

const ORDER = [
  ...[
    'schemaVersion',
    'slug',
    'id',
    'file',
    'kind',
    'name',
    'role',
    'version',
    'language',
    'title',
    'summary'
  ],
  ...[
    'audience',
    'audienceNote',
    'text',
    'learningObjectives',
    'format',
    'estimatedMinutes',
    'preTest',
    'lesson'
  ],
  ...['assessment', 'optionalPractice', 'basis', 'bank', 'onlyPretestItems', 'itemStatus'],
  ...[
    'blueprint',
    'objective',
    'difficulty',
    'count',
    'totalItems',
    'alwaysInclude',
    'feedback',
    'showScore'
  ],
  ...[
    'objectives',
    'minutes',
    'passingStandard',
    'maxAttempts',
    'timeLimitMinutes',
    'requiredForCompletion',
    'shuffleItems'
  ],
  ...[
    'shuffleOptions',
    'releaseDate',
    'reviewDate',
    'expiryDate',
    'mode',
    'provider',
    'jointProvider',
    'state'
  ],
  ...['supporters', 'statement', 'label', 'accreditation', 'maximumQuarterCredits', 'unit'],
  ...[
    'minutesPerQuarterCredit',
    'creditType',
    'designationStatement',
    'note',
    'credit',
    'authors',
    'reviewers'
  ],
  ...['disclosures', 'relationships', 'declaredOn', 'financialRelationships', 'company', 'nature', 'ended'],
  ...['relevant', 'mitigation', 'mitigatedOn', 'disclosureState', 'disclosureStatement', 'commercialSupport'],
  ...['practiceGap', 'offLabelUse', 'fee', 'contact'],
  ...['medicalDisclaimer', 'lessonSections', 'references', 'items', 'evaluation', 'assessments'],
  ...['multiple', 'matching', 'ordering', 'scoring', 'completion', 'requires']
];

const fraction = (percent: number | null) => (percent === null ? null : percent / 100);

function assessmentEntry(part: AssessmentPart, others: Record<string, unknown>) {
  return {
    id: part.kind,
    ...others,
    kind: part.kind,
    title: part.title,
    bank: part.bank,
    onlyPretestItems: part.pretestItemsOnly,
    blueprint: part.blueprint.map(({ objective, difficulty, count }) => ({
      objective,
      ...(difficulty === 'any' ? {} : { difficulty }),
      count
    })),
    totalItems: part.blueprint.reduce((total, { count }) => total + count, 0),
    ...(part.alwaysInclude.length > 0 ? { alwaysInclude: part.alwaysInclude } : {}),
    feedback: part.feedback,
    showScore: part.showsScore,
    passingStandard: fraction(part.passingPercent),
    maxAttempts: part.maxAttempts,
    requiredForCompletion: part.requiredForCompletion,
    ...(part.shuffleItems ? {} : { shuffleItems: false }),
    ...(part.shuffleOptions ? {} : { shuffleOptions: false })
  };
}

const relationshipEntry = ({ kind, ...words }: DisclosurePart['financialRelationships'][number]) =>
  kind === null ? words : { ...words, kind };

const disclosureEntry = ({ declaredOn, financialRelationships, ...words }: DisclosurePart) => ({
  ...words,
  ...(declaredOn === null ? {} : { declaredOn }),
  ...(financialRelationships.length > 0
    ? { financialRelationships: financialRelationships.map(relationshipEntry) }
    : {})
});

/** Front matter of the activity: what is said before the start, and who stands for it. */
function facts({ version, disclosures }: PackageParts) {
  const { mode, label, statement, providerName, supportStatement, maximumQuarterCredits, extra, ...rest } =
    version;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  return {
    ...unreadOfActivity(extra),
    ...said,
    accreditation: { ...unreadPart(extra, 'accreditation'), mode, provider: providerName, statement, label },
    credit: { ...unreadPart(extra, 'credit'), maximumQuarterCredits },
    disclosures: disclosures.map(disclosureEntry),
    commercialSupport: { ...unreadPart(extra, 'commercialSupport'), statement: supportStatement }
  };
}

/** The text of activity.json. Pass mark and attempts of the assessment stand at the top once more. */
export function writeActivityFile(parts: PackageParts): string {
  const { slug, version, objectives, sections, assessments } = parts;
  const forCredit = assessments.find(({ kind }) => kind === 'assessment');
  const activity = {
    schemaVersion: 1,
    slug,
    ...facts(parts),
    learningObjectives: objectives.map(({ code, wording }) => ({ id: code, text: wording })),
    passingStandard: fraction(forCredit?.passingPercent ?? null),
    maxAttempts: forCredit?.maxAttempts ?? null,
    lessonSections: sections.map((section, index) => ({
      slug: section.slug,
      file: sectionFile(section.slug, index),
      title: section.title,
      objectives: section.objectives,
      minutes: section.minutes
    })),
    references: 'references.json',
    items: 'items.json',
    evaluation: 'evaluation.json',
    assessments: assessments.map((part) =>
      assessmentEntry(part, unreadPart(version.extra, 'assessments', part.kind))
    )
  };
  return writeJson(activity, ORDER);
}
