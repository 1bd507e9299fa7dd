import { calendarDayWords } from '../calendar-day.ts';
import { creditWords } from '../credit/format-quarter-credits.ts';
import { professionLabel } from '../identity/profession.ts';
import type { ActivityFile, FileForm, FileItem, FileVersion } from './activity-file.ts';
import { accreditationSection } from './evidence/accreditation-section.ts';
import { activitySection } from './evidence/activity-section.ts';
import { disclosureSection } from './evidence/disclosure-section.ts';
import {
  factsOf,
  heading,
  instantWords,
  list,
  paragraph,
  type EvidenceBlock,
  type EvidenceSection
} from './evidence/evidence-block.ts';
import { referenceWords } from './evidence/reference-words.ts';
import type { ShownCount } from './small-cells.ts';

const words = (count: ShownCount) => (count === null ? 'fewer than 5, or held back' : String(count));

function overviewSection({ versions, items }: ActivityFile): EvidenceSection {
  const lines = versions.map(({ activity, status, participation }) => {
    const days = `${calendarDayWords(activity.releaseDate)} to ${calendarDayWords(activity.expiryDate)}`;
    return `Version ${activity.version} (${status}): ${days}. Completions: ${words(participation.completions)}.`;
  });
  const note = `${items.length} published versions of items. Numbers of people below five are not shown.`;
  return { id: 'overview', title: 'Overview', blocks: [...list(lines), ...paragraph(note)] };
}

function formBlocks(form: FileForm): EvidenceBlock[] {
  const { title, bank, passingPercent, maxAttempts, feedback, blueprint, alwaysInclude } = form;
  return [
    heading(title),
    factsOf({
      Bank: bank,
      'Pass mark': passingPercent === null ? null : `${passingPercent} %`,
      Attempts: maxAttempts ?? 'as many as the learner likes',
      Feedback: feedback.replaceAll('-', ' '),
      'Always included': alwaysInclude.join(', ')
    }),
    ...list(blueprint.map(({ objective, difficulty, count }) => `${objective}, ${difficulty}: ${count}`))
  ];
}

function participationBlocks({ participation, evaluation }: FileVersion): EvidenceBlock[] {
  const { completions, professions, quarterCredits } = participation;
  return [
    heading('Participation'),
    factsOf({
      Completions: words(completions),
      'Credit awarded': quarterCredits === null || quarterCredits === 0 ? null : creditWords(quarterCredits)
    }),
    ...list(professions.map((each) => `${professionLabel(each.profession)}: ${words(each.completions)}`)),
    heading('Evaluation'),
    factsOf({ Submitted: words(evaluation.submitted) }),
    ...evaluation.questions.flatMap(({ text, answers }) => [
      ...paragraph(text),
      ...list(answers.map(({ label, count }) => `${label}: ${words(count)}`))
    ])
  ];
}

/** One version: what it stated, under which words, who controlled it, how it tested, and who completed it. */
function versionSection(version: FileVersion): EvidenceSection {
  const { activity } = version;
  return {
    id: `version-${activity.versionId}`,
    title: `Version ${activity.version}`,
    blocks: [
      ...activitySection(version).blocks,
      heading('Accreditation'),
      ...accreditationSection(version).blocks,
      heading('Disclosures'),
      ...disclosureSection(version).blocks,
      ...version.forms.flatMap(formBlocks),
      heading('References'),
      ...list(activity.references.map(referenceWords)),
      ...participationBlocks(version)
    ]
  };
}

function itemWords({
  bank,
  externalId,
  version,
  status,
  objective,
  stem,
  citations,
  approvals
}: FileItem): string {
  const approved = approvals.map(({ approvedBy, approvedAt }) =>
    approvedBy === null
      ? `reviewed before it came here, recorded ${instantWords(approvedAt)}`
      : `approved by account ${approvedBy} at ${instantWords(approvedAt)}`
  );
  const basis = [
    `objective ${objective ?? 'none'}`,
    `cites ${citations.join(', ') || 'nothing'}`,
    ...approved
  ];
  return `${bank} ${externalId}, version ${version} (${status}): ${stem} [${basis.join('; ')}]`;
}

/** The whole file in the order of an accreditor's questions; page and archive show these. */
export function activityFileSections(file: ActivityFile): EvidenceSection[] {
  const items = { id: 'items', title: 'Items', blocks: list(file.items.map(itemWords)) };
  return [overviewSection(file), ...file.versions.map(versionSection), items];
}
