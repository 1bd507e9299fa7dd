/** What an answer was: a redirect is not followed. */
export type Answer = { status: number; location: string | null; headers: Headers; body: string };

/** A browser without a window: keeps cookies, sends what a browser sends with a form. */
export type Visitor = {
  get: (path: string) => Promise<Answer>;
  post: (path: string, fields?: Record<string, string | string[]> | FormData) => Promise<Answer>;
  /** Asks with a method that no form has. */
  ask: (method: string, path: string) => Promise<Answer>;
  cookies: () => { name: string; value: string }[];
};

function encode(fields: Record<string, string | string[]>): URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return new URLSearchParams(pairs);
}

function keepCookies(jar: Map<string, string>, headers: Headers): void {
  for (const line of headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    const isOver = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute)) || value === '';
    if (isOver) jar.delete(name);
    else jar.set(name, value);
  }
}

/** Somebody who has never been here. */
export function newVisitor(origin: string): Visitor {
  const jar = new Map<string, string>();
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', origin, ...(cookie === '' ? {} : { cookie }) };
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' });
    keepCookies(jar, response.headers);
    const { status } = response;
    return {
      status,
      location: response.headers.get('location'),
      headers: response.headers,
      body: await response.text()
    };
  };
  return {
    get: (path) => send(path, { method: 'GET' }),
    post: (path, fields = {}) =>
      send(path, { method: 'POST', body: fields instanceof FormData ? fields : encode(fields) }),
    ask: (method, path) => send(path, { method }),
    cookies: () => [...jar].map(([name, value]) => ({ name, value }))
  };
}
