/*
 * What a browser keeps of the site, to be read and answered without a network. The server says of each page whether it
 * may be kept, and whose it is; the worker keeps it under that person only.
 */

/** Of a page that may be kept: whose it is. A page without it is kept by nobody. */
export const KEEP_HEADER = 'footnote-keep';

/** Of a request by which the worker fetches a page that nobody looks at yet. */
export const AHEAD_HEADER = 'footnote-ahead';

/** Of a kept page: when it was kept, in milliseconds since 1970. */
export const KEPT_AT_HEADER = 'footnote-kept-at';

/** What is shown where a page cannot be had and is not kept. */
export const OFFLINE_PAGE = '/offline';

/** What is kept is not shown after this: a session does not last longer either. */
export const KEPT_FOR_MS = 30 * 24 * 60 * 60 * 1000;

/** What was kept within this is not fetched ahead again. */
export const FRESH_FOR_MS = 12 * 60 * 60 * 1000;

const FAMILY = 'footnote-pages-';
/** Raised when what stands in the cache changes its form. */
const FORM = 1;

/** The cache of one person. */
export const cacheNameOf = (owner: string): string => `${FAMILY}${FORM}:${owner}`;

/** Whether a cache is of ours, of whatever person and form. */
export const isOurCache = (name: string): boolean => name.startsWith(FAMILY);

/** Files that a page needs, as addresses: styles, scripts, fonts and icons. What is in the page's text is none. */
export function assetsOf(html: string, pageUrl: string): string[] {
  const tags = html.match(/<(?:link|script|use|img)\b[^>]*>/g) ?? [];
  const named = tags.flatMap((tag) => /\b(?:href|src)="([^"#]+)/.exec(tag)?.[1] ?? []);
  const urls = named
    .map((address) => new URL(address, pageUrl))
    .filter(({ origin }) => origin === new URL(pageUrl).origin);
  return [...new Set(urls.map(({ pathname }) => pathname))].filter((path) =>
    /\.(?:css|js|woff2?|svg)$/.test(path)
  );
}

/** The title of a page without the name of the site, as markup. */
export const titleOf = (html: string): string =>
  (/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '').replace(/ · Footnote$/, '');

/** A page with a notice above its content. `words` are markup. */
export const withNotice = (html: string, words: string): string =>
  html.replace('<main', `<p class="device-notice" id="kept-copy" role="status">${words}</p><main`);

/** A kept page as a link. `title`: markup, as it stood in the page. */
export type KeptLink = { path: string; title: string };

const attemptOf = (path: string): string => /^\/attempts\/[^/]+/.exec(path)?.[0] ?? '';
const activityOf = (path: string): string => /^\/activities\/[^/]+/.exec(path)?.[0] ?? '';

/** Questions in their order, however they came; the sections of a lesson as they came, which is theirs. */
const byQuestion = (one: KeptLink, other: KeptLink): number =>
  attemptOf(one.path) === '' ? 0 : one.path.localeCompare(other.path, 'en', { numeric: true });

/** The pages of one activity below its title; questions, which know no activity, below "Practice". */
function group(pages: KeptLink[], activity: string): string {
  const own = pages.find(({ path }) => path === activity);
  const name = own?.title ?? (activity === '' ? 'Practice' : 'Lesson');
  const items = pages
    .filter(({ path }) => activityOf(path) === activity)
    .toSorted(byQuestion)
    .map(
      (page) =>
        `<li><a href="${page.path}">${page === own ? 'About the activity' : page.title.replace(` · ${name}`, '')}</a></li>`
    );
  return `<h3>${name}</h3><ul>${items.join('')}</ul>`;
}

/** The offline page with links to what is kept. */
export function withKeptPages(html: string, pages: KeptLink[]): string {
  const activities = [...new Set(pages.map(({ path }) => activityOf(path)))];
  const groups = activities.map((activity) => group(pages, activity)).join('');
  const list = groups === '' ? '' : `<h2>Kept on this device</h2>${groups}`;
  return html.replace(
    /(<div id="kept-pages">).*?(<\/div>)/s,
    (_, open: string, close: string) => open + list + close
  );
}

/**
 * Of kept questions those that cannot be answered any more: whoever starts practice closes the one before, and the ids of
 * attempts rise with time. Without this somebody would answer them offline for nothing.
 */
export function outdatedQuestions(pages: { path: string; html: string }[]): string[] {
  const questions = pages.flatMap(({ path, html }) => {
    const attempt = attemptOf(path);
    return attempt === '' ? [] : [{ path, attempt, of: /\bdata-activity="([^"]*)"/.exec(html)?.[1] ?? '' }];
  });
  const isOlder = (one: { attempt: string; of: string }) =>
    questions.some(({ of, attempt }) => of === one.of && attempt > one.attempt);
  return questions.filter(isOlder).map(({ path }) => path);
}

/** The beginning of the addresses of an attempt, where the page is one that only a finished attempt has; else null. */
export const finishedAttempt = (path: string): string | null =>
  /^\/attempts\/[^/]+\/(?=(?:result|time-up)$)/.exec(path)?.[0] ?? null;

/**
 * Which pages are fetched ahead from a page that somebody reads. A lesson is kept whole once one of its sections is open,
 * with the activity and its references; practice once one of its questions is.
 */
export function pagesToKeep(
  path: string,
  { links, isPractice }: { links: string[]; isPractice: boolean }
): string[] {
  const activity = /^\/activities\/[^/]+(?=\/lesson\/[^/]+$)/.exec(path)?.[0];
  const attempt = isPractice ? /^\/attempts\/[^/]+(?=\/\d+$)/.exec(path)?.[0] : undefined;
  const begins = activity ? `${activity}/lesson/` : attempt ? `${attempt}/` : null;
  if (begins === null) return [];
  const ofIt = links.filter((link) => link.startsWith(begins) && /^[\w-]+$/.test(link.slice(begins.length)));
  const others = activity ? [activity, `${activity}/references`] : [];
  const asked = ofIt.filter((link) => activity || /\/\d+$/.test(link));
  return [...new Set([OFFLINE_PAGE, ...asked, ...others])];
}
