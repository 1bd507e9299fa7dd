/** A head of the chain as the verifier knows it: from the database or from a file outside. */
export type KnownHead = {
  /** For people, e.g. `2027-01-31 in audit-head-2027-01-31.json`. */
  name: string;
  position: number;
  /** SHA-256 in hexadecimal. */
  hash: string;
  /** The id of the key that signed; null: it is not signed. */
  kid: string | null;
  /** Whether the signature fits, or none was made. */
  isGenuine: boolean;
};
