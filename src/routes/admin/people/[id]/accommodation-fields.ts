import type { AccommodationFields } from '#lib/domain/attempt/accommodation-form.ts';
import { formText } from '../../../form-text.ts';

/** The form of an accommodation as it was sent. */
export function readAccommodationFields(data: FormData): AccommodationFields {
  const text = (name: string) => formText(data, name).slice(0, 1000);
  return {
    extraTimePercent: text('extraTimePercent'),
    breakMinutes: text('breakMinutes'),
    untimed: text('untimed') === 'yes' ? 'yes' : '',
    validFrom: text('validFrom'),
    validUntil: text('validUntil'),
    basis: text('basis')
  };
}
