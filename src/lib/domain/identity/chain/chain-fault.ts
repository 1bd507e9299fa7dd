/** The first thing that is wrong with the chain. `eventId` is null where nobody knows it any more. */
export type ChainFault = {
  kind:
    | 'seal-missing'
    | 'event-missing'
    | 'event-changed'
    | 'particulars-changed'
    | 'event-added'
    | 'head-differs'
    | 'tail-missing'
    | 'head-forged';
  position: number | null;
  eventId: number | null;
  /** Of which head it shows. */
  head: string | null;
};

/** A fault in a sentence. */
export function faultSentence({ kind, position, eventId, head }: ChainFault): string {
  const where = `Event ${eventId} at position ${position}`;
  switch (kind) {
    case 'seal-missing':
      return `The seal at position ${position} is missing: it was removed, with its event or without.`;
    case 'event-missing':
      return `${where} was removed: its seal is there, the event is not.`;
    case 'event-changed':
      return `${where} does not fit its seal: the event, its place or its seal was changed.`;
    case 'particulars-changed':
      return `The reason or the network of event ${eventId} at position ${position} was changed after it was sealed.`;
    case 'event-added':
      return `Event ${eventId} was put among events that had been sealed before it.`;
    case 'head-differs':
      return `Up to position ${position} the log is not what the head of ${head} was made of: it was written anew.`;
    case 'tail-missing':
      return `Positions from ${position} on are missing: the head of ${head} was made when they were there.`;
    case 'head-forged':
      return `The head of ${head} does not fit its signature.`;
    default:
      return kind satisfies never;
  }
}
