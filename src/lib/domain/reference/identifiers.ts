const MAX_DOI = 300;

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * A DOI as it is stored, `10.1038/nature21349`, from the bare form, `doi: …` or an address of doi.org; null where the text
 * is none. The prefix is `10.` and four to nine digits, as Crossref's own pattern has it; case stays as given.
 */
export function readDoi(text: string): string | null {
  const bare = text.trim().replace(/^(?:https?:)?\/\/(?:dx\.|www\.)?doi\.org\//i, '');
  const isAddress = bare !== text.trim();
  const doi = (isAddress ? decoded(bare) : bare)
    .replace(/^doi\s*:\s*/i, '')
    .replace(/\s*\[doi\]\s*$/i, '')
    .replace(/[.,;]+$/, '');
  return doi.length <= MAX_DOI && /^10\.\d{4,9}\/[^\s\p{Cc}"]+$/u.test(doi) ? doi : null;
}

/** The digits of a PMID, from `28102259`, `PMID: 28102259`, `28102259[pmid]` or an address of PubMed; else null. */
export function readPmid(text: string): string | null {
  const found =
    /^(?:pmid\s*:?\s*|https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/)?0*([1-9]\d{0,8})\/?(?:\s*\[(?:pmid|uid)\])?$/i.exec(
      text.trim()
    );
  return found?.[1] ?? null;
}

/** A PMCID as it is stored, `PMC5515524`, also from an address of PubMed Central; a version (`.1`) is left off. Else null. */
export function readPmcid(text: string): string | null {
  const found =
    /^(?:pmcid\s*:?\s*|https?:\/\/(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pmc)\/articles\/)?PMC\s?(\d{1,9})(?:\.\d+)?\/?(?:\s*\[pmcid\])?$/i.exec(
      text.trim()
    );
  return found === null ? null : `PMC${found[1] ?? ''}`;
}

/** Two DOIs are the same whatever their case (DOI Handbook, §2.4). */
export const sameDoi = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
