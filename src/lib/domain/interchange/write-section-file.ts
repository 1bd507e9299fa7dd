import type { CitationDetail, SectionPart } from './package-parts.ts';

/** A string in YAML: as JSON writes it, with what YAML does not print escaped too (YAML 1.2, §5.1 and §7.3.1). */
const quoted = (text: string): string =>
  JSON.stringify(text).replaceAll(
    /[^\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  );

/** A word that YAML reads as text without quotation marks; others get them. */
const isPlain = (word: string) =>
  /^[A-Za-z][\w-]*$/.test(word) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(word);

const written = (word: string) => (isPlain(word) ? word : quoted(word));

function citationLines({ citationKey, locator, passage, passageKind }: CitationDetail): string[] {
  const kind = passageKind ?? 'paraphrase';
  return [
    `  - reference: ${quoted(citationKey)}`,
    ...(locator === null ? [] : [`    locator: ${quoted(locator)}`]),
    ...(passage === null ? [] : ['    passage:', `      kind: ${kind}`, `      text: ${quoted(passage)}`])
  ];
}

/** The text of a section's file: front matter, then what its author wrote. */
export function writeSectionFile({
  slug,
  title,
  objectives,
  minutes,
  citations,
  source
}: SectionPart): string {
  const detailed = citations.filter(({ locator, passage }) => locator !== null || passage !== null);
  const front = [
    `slug: ${written(slug)}`,
    `title: ${quoted(title)}`,
    `objectives: [${objectives.map(written).join(', ')}]`,
    `minutes: ${minutes}`,
    ...(detailed.length > 0 ? ['citations:', ...detailed.flatMap(citationLines)] : [])
  ];
  return `---\n${front.join('\n')}\n---\n${source}`;
}
