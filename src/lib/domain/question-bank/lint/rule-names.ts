/** What each rule looks for, in a few words. */
const RULE_NAMES: Record<string, string> = {
  L01: 'The key is the longest',
  L02: 'All, none or combined options',
  L03: 'Negative lead-in',
  L04: 'Absolute terms',
  L05: 'Vague frequencies',
  L06: 'Word of the stem in the key',
  L07: 'Grammatical cue',
  L08: 'Options not parallel',
  L09: 'Numbers that overlap or are out of order',
  L10: 'No closed question',
  L11: 'Options that say the same',
  L12: 'Long or negative stem',
  L13: 'Something missing',
  L14: 'Keys out of balance',
  L15: 'Citation in doubt',
  L16: 'Company or trade name',
  L17: 'Tells another key',
  L18: 'Abbreviation not spelled out',
  R08: 'Key shares most words',
  R14: 'Options in no order'
};

/** The name of a rule for people; the rule itself where it has none. */
export const ruleName = (rule: string): string => RULE_NAMES[rule] ?? rule;

/** The rules that look at one item, in their order: all but L14, which looks at a bank. */
export const ITEM_RULES: readonly string[] = Object.keys(RULE_NAMES).filter((rule) => rule !== 'L14');
