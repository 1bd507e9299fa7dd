const TITLES: Record<number, string> = {
  400: 'The request is not understood',
  401: 'No token that works',
  403: 'Not allowed with this token',
  404: 'Not found',
  409: 'Not in this state',
  429: 'Too many requests'
};

/** A fault at one parameter of the request. */
export type ParameterProblem = { field: string; message: string };

/** An answer that says what is wrong (RFC 9457, application/problem+json). */
export function problemAnswer(
  status: number,
  detail: string,
  headers: Record<string, string> = {},
  errors: ParameterProblem[] = []
): Response {
  const problem = { type: 'about:blank', title: TITLES[status] ?? 'It did not work', status, detail };
  const named = errors.map(({ field, message }) => ({ field, message }));
  const body = named.length > 0 ? { ...problem, errors: named } : problem;
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers }
  });
}
