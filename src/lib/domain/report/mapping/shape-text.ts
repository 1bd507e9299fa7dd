import { failure, success, type Result } from '../../result.ts';
import type { Transform } from './report-mapping.ts';

/** Year, month and day as far as a value of ours has them: `2027-01-31`, or `01-31`. */
function datePart(value: string): Record<'YYYY' | 'MM' | 'DD', string> {
  const [day = '', month = '', year = ''] = value.split('-').toReversed();
  return { YYYY: year, MM: month, DD: day };
}

function shapeDate(value: string, pattern: string): string {
  const part = datePart(value);
  return pattern.replaceAll('YYYY', part.YYYY).replaceAll('MM', part.MM).replaceAll('DD', part.DD);
}

/** The text of a column for a value of ours that is not empty. */
export function shapeText(value: string, transform: Transform): Result<string, 'no-code'> {
  switch (transform.kind) {
    case 'as-it-is':
      return success(value);
    case 'upper-case':
      return success(value.toUpperCase());
    case 'date':
      return success(shapeDate(value, transform.pattern));
    case 'framed':
      return success(`${transform.before}${value}${transform.after}`);
    case 'fixed':
      return success(transform.text);
    case 'codes': {
      const code = Object.hasOwn(transform.codes, value) ? transform.codes[value] : undefined;
      return code === undefined ? failure('no-code') : success(code);
    }
    default:
      return transform satisfies never;
  }
}
