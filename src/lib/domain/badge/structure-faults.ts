import { CLASS_RULES } from './class-rules.ts';
import { isJsonObject, listOf, objectAt, type JsonObject } from './json.ts';

/** Deeper than any real credential; `parentOrg` may hold itself again. */
const DEEPEST = 12;

const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether a value is an instant as the standard writes it: date, time and time zone. */
export function isInstant(value: unknown): value is string {
  return typeof value === 'string' && DATE.test(value) && !Number.isNaN(Date.parse(value));
}

const isUri = (value: unknown) => typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(value);

const PLAIN: Record<string, { holds: (value: unknown) => boolean; words: string }> = {
  text: { holds: (value) => typeof value === 'string', words: 'a text' },
  uri: { holds: isUri, words: 'an address or URN' },
  date: { holds: isInstant, words: 'a date with time and time zone' },
  number: { holds: (value) => typeof value === 'number', words: 'a number' },
  boolean: { holds: (value) => typeof value === 'boolean', words: 'true or false' }
};

/** Whether a type is named, alone or in a list. */
function hasType(object: JsonObject, type: string): boolean {
  return listOf(object['type']).includes(type);
}

type Place = { path: string; depth: number };

function fieldFaults(value: unknown, kind: string, { path, depth }: Place): string[] {
  const plain = PLAIN[kind];
  if (plain) return plain.holds(value) ? [] : [`${path} is not ${plain.words}.`];
  const values = listOf(value);
  return values.flatMap((each, index) => {
    const own = values.length === 1 ? path : `${path}[${index}]`;
    return classFaults(each, kind, { path: own, depth });
  });
}

/** Where an object is not of a class of the data model, down to its parts. */
function classFaults(value: unknown, name: string, { path, depth }: Place): string[] {
  const rule = CLASS_RULES[name];
  if (rule === undefined) throw new Error(`The data model has no class ${name}.`);
  if (!isJsonObject(value)) return [`${path} is not an object.`];
  if (depth > DEEPEST) return [`${path} is nested too deeply.`];
  const faults =
    rule.type === null || hasType(value, rule.type) ? [] : [`${path}: its type is not ${rule.type}.`];
  for (const [key, kind] of Object.entries(rule.fields)) {
    const field = key.replace('!', '');
    const own = { path: path === '' ? field : `${path}.${field}`, depth: depth + 1 };
    const inner = value[field];
    if (inner === undefined || inner === null) {
      if (field !== key) faults.push(`${own.path} is missing.`);
    } else faults.push(...fieldFaults(inner, kind, own));
  }
  return faults;
}

const V1 = 'https://www.w3.org/2018/credentials/v1';
const V2 = 'https://www.w3.org/ns/credentials/v2';
const OPEN_BADGES = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.0\.\d+)?\.json$/;

function contextFaults(credential: JsonObject): string[] {
  const contexts = listOf(credential['@context']);
  const isCredential = contexts[0] === V1 || contexts[0] === V2;
  const isBadge = contexts.some((each) => typeof each === 'string' && OPEN_BADGES.test(each));
  return [
    ...(isCredential ? [] : ['@context does not begin with that of verifiable credentials.']),
    ...(isBadge ? [] : ['@context does not name Open Badges 3.0.'])
  ];
}

/** From when and until when a credential says that it holds; the first edition of the standard has other names. */
export function validityOf(credential: JsonObject): { from: unknown; until: unknown } {
  return listOf(credential['@context'])[0] === V1
    ? { from: credential['issuanceDate'], until: credential['expirationDate'] }
    : { from: credential['validFrom'], until: credential['validUntil'] };
}

function validityFaults(credential: JsonObject): string[] {
  const { from, until } = validityOf(credential);
  return [
    ...(isInstant(from)
      ? []
      : ['The date from which it is valid is missing, or no date with time and time zone.']),
    ...(until === undefined || isInstant(until) ? [] : ['The date until which it is valid is no date.'])
  ];
}

/** What a credential is; null: neither a badge nor an endorsement of one. */
export function credentialClass(
  credential: JsonObject
): 'AchievementCredential' | 'EndorsementCredential' | null {
  if (!hasType(credential, 'VerifiableCredential')) return null;
  if (hasType(credential, 'OpenBadgeCredential') || hasType(credential, 'AchievementCredential'))
    return 'AchievementCredential';
  return hasType(credential, 'EndorsementCredential') ? 'EndorsementCredential' : null;
}

function holderFaults(credential: JsonObject): string[] {
  const subject = objectAt(credential, 'credentialSubject');
  const isNamed = subject && (subject['id'] ?? listOf(subject['identifier'])[0]) !== undefined;
  return isNamed === false ? ['credentialSubject names nobody: it has neither id nor identifier.'] : [];
}

/** Where a credential departs from the data model of Open Badges 3.0. Empty: nowhere. */
export function structureFaults(credential: JsonObject): string[] {
  const name = credentialClass(credential);
  if (name === null)
    return ['It is no Open Badge: its type is neither OpenBadgeCredential nor AchievementCredential.'];
  return [
    ...contextFaults(credential),
    ...classFaults(credential, name, { path: '', depth: 0 }),
    ...holderFaults(credential),
    ...validityFaults(credential)
  ];
}
