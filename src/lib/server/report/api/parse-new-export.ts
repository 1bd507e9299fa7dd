import * as v from 'valibot';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { API_SCHEMAS } from './schemas.ts';

export type NewExport = v.InferOutput<typeof API_SCHEMAS.NewExport>;

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads the order of a file as a program sends it; each problem names its field. */
export function parseNewExport(text: string): Result<NewExport, { field: string; message: string }[]> {
  const parsed = v.safeParse(API_SCHEMAS.NewExport, jsonIn(text));
  if (parsed.success) return success(parsed.output);
  return failure(
    parsed.issues.map((issue) => ({ field: v.getDotPath(issue) ?? 'body', message: issue.message }))
  );
}
