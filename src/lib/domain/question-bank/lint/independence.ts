import type { ItemDraft } from '../item-draft.ts';
import { textsOf } from './draft-texts.ts';
import type { LintRule } from './lint-context.ts';
import type { LintFinding } from './lint-finding.ts';
import { errorFinding, reasonFinding } from './new-finding.ts';
import { plainText } from './plain-text.ts';
import { COMPANIES } from './words/companies.ts';
import { TRADE_NAMES } from './words/trade-names.ts';

/** A run of letters and numbers; names are looked up at each, so that `Roche-sponsored` names Roche. */
const RUN = /[\p{L}\p{N}]+/gu;

/** Shorter names in capitals are abbreviations of other things. */
const SHORTEST_IN_CAPITALS = 4;

/** Companies as they are written and, where they are long enough, in capitals; each with its usual form. */
const SPELLINGS = COMPANIES.flatMap((name) =>
  name.length < SHORTEST_IN_CAPITALS
    ? [{ name, spelling: name }]
    : [
        { name, spelling: name },
        { name, spelling: name.toUpperCase() }
      ]
);
const BY_FIRST_RUN = Map.groupBy(SPELLINGS, ({ spelling }) => spelling.match(RUN)?.[0] ?? '');

const QUOTED = /“[^”]*”|"[^"]*"/g;
const OUR = /\b(?:our|ours)\b/i;
const LOGO = /!\[|<img\b|\blogos?\b/i;

type Hit =
  { kind: 'company' | 'our' | 'logo'; word: string } | { kind: 'trade'; word: string; generic: string };

/** What goes on after a name must not make it another word: `GSK-3` is an enzyme. */
const endsThere = (text: string, end: number) => !/^(?:[\p{L}\p{N}]|-\d)/u.test(text.slice(end, end + 2));

function namesIn(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const company = BY_FIRST_RUN.get(run)?.find(
      ({ spelling }) => text.startsWith(spelling, index) && endsThere(text, index + spelling.length)
    );
    if (company !== undefined) hits.push({ kind: 'company', word: company.name });
    const generic = TRADE_NAMES.get(run.toLowerCase());
    if (generic !== undefined) hits.push({ kind: 'trade', word: run, generic });
  }
  return hits;
}

function hitsIn(text: string): Hit[] {
  const hits = namesIn(text);
  const ours = OUR.exec(text.replace(QUOTED, ''))?.[0];
  if (ours !== undefined) hits.push({ kind: 'our', word: ours });
  const logo = LOGO.exec(text)?.[0];
  return logo === undefined ? hits : [...hits, { kind: 'logo', word: logo }];
}

const WHY = 'Teaching for credit carries no name, mark or voice of a company.';

function findingOf(hit: Hit, place: string): LintFinding {
  const at = { rule: 'L16', place };
  switch (hit.kind) {
    case 'company': {
      const mend = 'Leave the company out; relationships are told in the disclosures.';
      return errorFinding({ ...at, what: `It names a company: ${hit.word}.`, why: WHY, mend });
    }
    case 'our':
      return errorFinding({
        ...at,
        what: `“${hit.word}” speaks for someone.`,
        why: WHY,
        mend: 'Say whose it is, e.g. “the hospital’s”.'
      });
    case 'logo':
      return errorFinding({
        ...at,
        what: 'It shows or names a logo or picture.',
        why: WHY,
        mend: 'Remove it.'
      });
    case 'trade': {
      const why = 'A trade name promotes a product; few mentions are allowed, and with a reason only.';
      const mend = `Write ${hit.generic}, or record why the trade name has to be known.`;
      return reasonFinding({ ...at, what: `${hit.word} is a trade name of ${hit.generic}.`, why, mend });
    }
    default:
      return hit satisfies never;
  }
}

/** Paraphrased passages are the author's words; quoted ones are not changed. */
const paraphrases = ({ citations }: ItemDraft) =>
  citations.flatMap(({ passageKind, passage }, index) =>
    passageKind === 'paraphrase' ? [{ place: `citation:${index + 1}`, text: passage }] : []
  );

/**
 * L16: a company name, a logo or "our" (errors) or a trade name (warning that needs a reason) in what clinicians read.
 * Source: ACCME Standards for Integrity and Independence, standards 2 and 5, as in cme-rules.md §1.1 (few mentions of
 * trade names are allowed); cme-rules.md §6.1 rule 19.
 */
export const independence: LintRule = (draft) =>
  [...textsOf(draft), ...paraphrases(draft)].flatMap(({ place, text }) => {
    const named = new Map(hitsIn(plainText(text)).map((hit) => [hit.word, hit]));
    return [...named.values()].map((hit) => findingOf(hit, place));
  });
