import type { FieldProblem } from '../identity/field-problem.ts';
import type { KeyedItem } from '../question-bank/keyed-item.ts';
import { toPublicItem } from '../question-bank/public-item.ts';
import { failure, success, type Result } from '../result.ts';
import { tidyText, tooLong } from '../tidy-text.ts';
import type { InForce } from './explain-response.ts';
import { canTakeKeyOf } from './keys-under-regrade.ts';
import { problemWords } from './problem-words.ts';
import { readResponse } from './read-response.ts';
import { REGRADE_KINDS, type Regrade, type RegradeKind } from './regrade.ts';
import type { Response } from './response.ts';
import { scoreResponse } from './score-response.ts';
import { sameResponse, toAuthoredResponse } from './shown-response.ts';

/** The longest reason, in characters: it stands in a letter. */
const LONGEST_REASON = 1_000;

const isKind = (text: string | null): text is RegradeKind => REGRADE_KINDS.some((kind) => kind === text);

/** The order in which the author wrote an item, as its own page shows it. */
export const authoredOrder = (item: KeyedItem) => ({
  optionOrder: item.options.map(({ id }) => id),
  targetOrder: item.type === 'matching' ? item.targets.map(({ id }) => id) : []
});

/** One form of a question for each response that is to be accepted: an option ticked, a line typed, else the whole. */
function sheetsOf(item: KeyedItem, fields: URLSearchParams): URLSearchParams[] {
  if (item.type === 'single' || item.type === 'true-false')
    return fields.getAll('option').map((option) => new URLSearchParams({ option }));
  if (item.type !== 'numeric' && item.type !== 'short-text') return [fields];
  const lines = (fields.get('response') ?? '').split('\n').filter((line) => line.trim() !== '');
  return lines.map((response) => new URLSearchParams({ response }));
}

/** Further responses of one regrade; more than this is another item. */
const MOST_ACCEPTED = 20;

const ALREADY = 'This answer is right already. Choose another one';

/** The responses to accept, in authored ids, each once. */
function readAccepted(fields: URLSearchParams, item: KeyedItem): Result<Response[], FieldProblem> {
  const order = authoredOrder(item);
  const shown = toPublicItem(item, order);
  const accepted: Response[] = [];
  const sheets = sheetsOf(item, fields);
  for (const sheet of sheets.length === 0 ? [new URLSearchParams()] : sheets.slice(0, MOST_ACCEPTED)) {
    const read = readResponse(sheet, shown);
    if (!read.ok) return failure(problemWords(shown, read.problem));
    const response = toAuthoredResponse(read.value, order);
    if (scoreResponse(item, response).correct) {
      const { field } = problemWords(shown, { kind: 'no-answer' });
      return failure({ field, message: ALREADY });
    }
    if (!accepted.some((other) => sameResponse(other, response))) accepted.push(response);
  }
  return success(accepted);
}

type About = {
  item: KeyedItem;
  /** Later versions of the item that were published. */
  later: KeyedItem[];
};

function readRegrade(
  kind: RegradeKind,
  fields: URLSearchParams,
  { item, later }: About
): Result<Regrade, FieldProblem> {
  if (kind === 'full-mark' || kind === 'drop-item') return success({ kind });
  if (kind === 'accept-key') {
    const accepted = readAccepted(fields, item);
    return accepted.ok ? success({ kind, accepted: accepted.value }) : accepted;
  }
  const by = later.find(({ versionId }) => versionId === fields.get('keyVersion'));
  if (by !== undefined && canTakeKeyOf(item, by)) return success({ kind, by });
  return failure({ field: 'keyVersion', message: 'Choose the version whose key holds' });
}

/**
 * Reads the form of a regrade: `kind`, `reason`, and what the kind needs: the answer to accept as a question's form sends
 * it (`option` once for each of several), or `keyVersion`, the id of the version whose key holds.
 */
export function readRegradeForm(fields: URLSearchParams, about: About): Result<InForce, FieldProblem[]> {
  const kind = fields.get('kind');
  const read: Result<Regrade, FieldProblem> = isKind(kind)
    ? readRegrade(kind, fields, about)
    : failure({ field: 'kind-accept-key', message: 'Choose what was decided' });
  const reason = readReason(fields.get('reason') ?? '');
  if (read.ok && reason.ok) return success({ regrade: read.value, reason: reason.value });
  return failure([...(read.ok ? [] : [read.problem]), ...(reason.ok ? [] : [reason.problem])]);
}

/** Reads why a regrade is made or taken back; `field`: the id of its input. */
export function readReason(typed: string, field = 'reason'): Result<string, FieldProblem> {
  const reason = tidyText(typed);
  if (reason === '') return failure({ field, message: 'Write the reason: those concerned will read it' });
  const message = tooLong(reason, LONGEST_REASON);
  return message === null ? success(reason) : failure({ field, message });
}
