/** The body of a request as JSON; null: it is none. What it holds is for the action to judge. */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return null;
  }
}
