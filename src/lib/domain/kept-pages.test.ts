import { describe, expect, it } from 'vitest';
import {
  assetsOf,
  finishedAttempt,
  outdatedQuestions,
  pagesToKeep,
  titleOf,
  withKeptPages,
  withNotice
} from './kept-pages.ts';

const PAGE = 'https://cme.example.org/activities/a/lesson/b';

const HTML = `<!doctype html><html><head><title>Question &lt;1&gt; · Footnote</title>
<link rel="icon" href="../../../favicon.svg" type="image/svg+xml" />
<link href="../../../_app/immutable/assets/0.Dx.css" rel="stylesheet">
<link rel="preload" as="font" href="/_app/immutable/assets/source.woff2" crossorigin>
<link rel="canonical" href="https://cme.example.org/activities/a">
<script type="module" src="/_app/immutable/assets/s.js"></script></head>
<body><main id="main"><a href="/somewhere.css">a</a><svg><use href="/icons.svg#flag"></use></svg>
<svg><use href="/icons.svg#x"></use></svg><img src="https://elsewhere.example/x.svg"></main></body></html>`;

describe('a page that is kept', () => {
  it('brings the files that it needs, each once, from this site only', () => {
    expect(assetsOf(HTML, PAGE)).toEqual([
      '/favicon.svg',
      '/_app/immutable/assets/0.Dx.css',
      '/_app/immutable/assets/source.woff2',
      '/_app/immutable/assets/s.js',
      '/icons.svg'
    ]);
  });

  it('says that it was kept, above its content and not in it', () => {
    expect(withNotice(HTML, 'Kept.')).toContain('role="status">Kept.</p><main id="main">');
  });

  it('is listed by its title below its activity on the page for when there is no network, whatever signs stand in it', () => {
    const offline = '<main><div id="kept-pages"></div></main>';
    const listed = withKeptPages(offline, [
      { path: '/activities/a/lesson/b', title: `${titleOf(HTML)} · $& $1` },
      { path: '/activities/a', title: '$& $1' },
      { path: '/attempts/x/1', title: 'Question 1 of 3, Practice' }
    ]);
    expect(listed).toContain(
      '<h3>$& $1</h3><ul><li><a href="/activities/a/lesson/b">Question &lt;1&gt;</a></li><li><a href="/activities/a">About the activity</a></li></ul>'
    );
    expect(listed).toContain(
      '<h3>Practice</h3><ul><li><a href="/attempts/x/1">Question 1 of 3, Practice</a></li></ul>'
    );
    expect(withKeptPages(offline, [])).toBe(offline);
  });

  it('is listed in the order of its questions, in whatever order they came', () => {
    const came = [2, 10, 1].map((at) => ({ path: `/attempts/x/${at}`, title: `Question ${at}` }));
    const listed = withKeptPages('<div id="kept-pages"></div>', came);
    expect(listed.match(/Question \d+/g)).toEqual(['Question 1', 'Question 2', 'Question 10']);
  });

  it('is over where a later practice of the same activity was begun, or its own was finished', () => {
    const question = (path: string, activity: string) => ({
      path,
      html: `<form id="question-form" data-kind="practice" data-activity="${activity}">`
    });
    const kept = [
      question('/attempts/01a2/1', 'a'),
      question('/attempts/01a2/2', 'a'),
      question('/attempts/01a3/1', 'a'),
      question('/attempts/01a1/1', 'b'),
      { path: '/activities/a/lesson/x', html: '<main></main>' }
    ];
    expect(outdatedQuestions(kept)).toEqual(['/attempts/01a2/1', '/attempts/01a2/2']);
    expect(finishedAttempt('/attempts/01a2/result')).toBe('/attempts/01a2/');
    expect(finishedAttempt('/attempts/01a2/time-up')).toBe('/attempts/01a2/');
    for (const open of ['/attempts/01a2/check', '/attempts/01a2/3', '/activities/a/result'])
      expect(finishedAttempt(open)).toBeNull();
  });
});

describe('what is fetched ahead', () => {
  const links = [
    '/activities/a/lesson/b',
    '/activities/a/lesson/c',
    '/activities/a/lesson/c',
    '/activities/z/lesson/b'
  ];

  it('is the whole lesson with its references once a section is open', () => {
    expect(pagesToKeep('/activities/a/lesson/b', { links, isPractice: false })).toEqual([
      '/offline',
      '/activities/a/lesson/b',
      '/activities/a/lesson/c',
      '/activities/a',
      '/activities/a/references'
    ]);
  });

  it('is every question of a practice that is open, and none of anything else', () => {
    const questions = [
      '/attempts/x/1',
      '/attempts/x/2',
      '/attempts/x/check',
      '/attempts/y/1',
      '/activities/a/lesson/b'
    ];
    const kept = pagesToKeep('/attempts/x/1', { links: questions, isPractice: true });
    expect(kept).toEqual(['/offline', '/attempts/x/1', '/attempts/x/2']);
    expect(pagesToKeep('/attempts/x/1', { links: questions, isPractice: false })).toEqual([]);
  });

  it('is nothing from a page where nothing was begun', () => {
    for (const path of ['/activities/a', '/activities/a/assessment', '/me', '/attempts/x/check'])
      expect(pagesToKeep(path, { links, isPractice: true })).toEqual([]);
  });
});
