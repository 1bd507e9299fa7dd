/** A learner's response to one item. Ids are those of the item version's options and targets. True or false is `single`. */
export type Response =
  | { type: 'single'; option: string }
  | { type: 'multiple'; options: string[] }
  /** Option id to the chosen target id. */
  | { type: 'matching'; matches: Record<string, string> }
  /** All option ids in the order that the learner gave them. */
  | { type: 'ordering'; order: string[] }
  /** A decimal with a point, e.g. `2.5`. */
  | { type: 'numeric'; value: string }
  | { type: 'short-text'; text: string };
