/** A decimal number kept exactly: `digits` / 10^`scale`. */
type Decimal = { digits: bigint; scale: number };

const FORM = /^([+-]?)(\d{1,30})(?:[.,](\d{1,30}))?$/;

/**
 * Reads a decimal as people type it: sign, digits, a point or a comma, digits; spaces around it and a minus sign of
 * typographers are taken. No thousands separators, because "1,200" means two numbers in two countries. Null: none.
 */
function parseDecimal(text: string): Decimal | null {
  const found = FORM.exec(text.trim().replace(/^[−–]/, '-'));
  if (!found) return null;
  const [, sign = '', whole = '', part = ''] = found;
  return { digits: BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`), scale: part.length };
}

/** The decimal in one form: a point, no plus, no zeros that say nothing. Null where the text is no decimal. */
export function tidyDecimal(text: string): string | null {
  const decimal = parseDecimal(text);
  if (!decimal) return null;
  const isNegative = decimal.digits < 0n;
  const digits = (isNegative ? -decimal.digits : decimal.digits).toString().padStart(decimal.scale + 1, '0');
  const whole = digits.slice(0, digits.length - decimal.scale);
  const part = digits.slice(digits.length - decimal.scale).replace(/0+$/, '');
  return `${isNegative ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

const magnitude = (value: bigint) => (value < 0n ? -value : value);

/**
 * Whether |given − value| ≤ tolerance, the bounds included (Moodle documentation, numerical question type), computed in
 * whole numbers: 0.1 + 0.2 is 0.3 here. False where one of the three is no decimal.
 */
export function isWithinTolerance(given: string, expected: { value: string; tolerance: string }): boolean {
  const parsed = [given, expected.value, expected.tolerance].map(parseDecimal);
  const scale = Math.max(...parsed.map((decimal) => decimal?.scale ?? 0));
  const scaled = parsed.flatMap((decimal) =>
    decimal === null ? [] : [decimal.digits * 10n ** BigInt(scale - decimal.scale)]
  );
  const [one, other, tolerance] = scaled;
  if (one === undefined || other === undefined || tolerance === undefined) return false;
  return magnitude(one - other) <= tolerance;
}
