import type { FieldProblem } from '../identity/field-problem.ts';
import { failure, success, type Result } from '../result.ts';
import { tidyText, tooLong } from '../tidy-text.ts';
import type { Provider } from './provider.ts';

/** A provider with how it is reached, as an admin states it. */
export type ProviderRecord = Provider & { contact: string };

/** The form of a provider, as typed. */
export type ProviderFields = Record<keyof ProviderRecord, string>;

const TEXTS = {
  name: 'Write the name of the provider, as its accreditor has it',
  accreditor: 'Write who accredits the provider, e.g. ACCME',
  accreditorId: 'Write the ID that the accreditor gave; it stands in its letters and reports',
  address: 'Write the postal or web address; documents for nurses print it',
  contact: 'Write an address or number for questions about credit'
} as const;

const LIMITS = {
  name: 200,
  accreditor: 100,
  accreditorId: 60,
  jointProviders: 400,
  address: 400,
  contact: 200
} as const;

/** One line of text: statements are sentences. */
const line = (text: string) => tidyText(text).replaceAll(/\s+/g, ' ');

function problemOf(field: keyof ProviderRecord, fields: ProviderFields): string | null {
  if (field === 'mode')
    return fields.mode === 'direct' || fields.mode === 'joint'
      ? null
      : 'Choose whether it provides alone or jointly';
  const text = line(fields[field]);
  if (field === 'jointProviders') {
    if (fields.mode === 'joint' && text === '')
      return 'Name with whom activities are planned, or choose “alone”';
  } else if (text === '') return TEXTS[field];
  return tooLong(text, LIMITS[field]);
}

const ORDER = ['name', 'accreditor', 'accreditorId', 'mode', 'jointProviders', 'address', 'contact'] as const;

/** Reads a provider as typed; every problem with its field, in the order of the form. */
export function readProviderForm(fields: ProviderFields): Result<ProviderRecord, FieldProblem[]> {
  const problems = ORDER.flatMap((field) => {
    const message = problemOf(field, fields);
    return message === null ? [] : [{ field, message }];
  });
  if (problems.length > 0) return failure(problems);
  const mode = fields.mode === 'joint' ? 'joint' : 'direct';
  return success({
    name: line(fields.name),
    accreditor: line(fields.accreditor),
    accreditorId: line(fields.accreditorId),
    mode,
    jointProviders: mode === 'joint' ? line(fields.jointProviders) : '',
    address: line(fields.address),
    contact: line(fields.contact)
  });
}
