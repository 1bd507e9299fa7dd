/** An activity as a card shows it. */
export type CardView = {
  slug: string;
  title: string;
  summary: string;
  /** Short facts, e.g. `30 min`, `0.5 credit`, `10 questions`, `pass 8`. */
  facts: string[];
  /** E.g. "Demonstration, not accredited", or when it opens or closed. */
  standing: string;
  /** Whether it is only for reading: credit can no longer be earned. */
  isClosed: boolean;
  /** The one thing to do with it. */
  verb: { label: string; href: string };
};
