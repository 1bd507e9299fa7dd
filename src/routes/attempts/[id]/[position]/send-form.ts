/** After this a save counts as failed. Sent again, it counts once. */
const LIMIT_MS = 30_000;

/** Sends a form as the browser would. Null: nobody answered, or the server failed; what became of it is unknown. */
export async function sendForm(
  action: string,
  fields: FormData
): Promise<{ response: Response; html: string } | null> {
  const body = new URLSearchParams();
  for (const [name, value] of fields) if (typeof value === 'string') body.append(name, value);
  const signal = AbortSignal.timeout(LIMIT_MS);
  try {
    const headers = { accept: 'text/html' };
    const response = await fetch(action, { method: 'POST', body, headers, signal });
    return response.status < 500 ? { response, html: await response.text() } : null;
  } catch {
    return null;
  }
}
