/**
 * A name in CSL-JSON. An organisation has only `literal`. Particles stand in `family`, "van der Berg", or, where a package
 * has them so, in fields of their own: `familyWithParticles` reads both.
 */
export type CslName = {
  family?: string;
  given?: string;
  suffix?: string;
  literal?: string;
  'non-dropping-particle'?: string;
  'dropping-particle'?: string;
};

/** The part of CSL-JSON 1.0 that Footnote reads. https://docs.citationstyles.org/en/stable/specification.html */
export type CslReference = {
  id: string;
  type: string;
  title: string;
  author?: CslName[];
  editor?: CslName[];
  'container-title'?: string;
  'container-title-short'?: string;
  issued?: { 'date-parts': number[][] };
  volume?: string;
  issue?: string;
  page?: string;
  publisher?: string;
  'publisher-place'?: string;
  edition?: string;
  /** What kind of report or thesis it is, e.g. `PhD thesis`. */
  genre?: string;
  /** Of a report, a law, a version of a program. */
  number?: string;
  DOI?: string;
  PMID?: string;
  PMCID?: string;
  URL?: string;
  accessed?: { 'date-parts': number[][] };
  language?: string;
};
