import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ precompress: true }),
    // The styles of components come with the page; the layout's, which name the fonts, stay a file that browsers keep.
    inlineStyleThreshold: 8192,
    // A kept page may be shown at another address than its own.
    paths: { relative: false },
    // device-script.ts registers the worker, for who is signed in and where it serves.
    serviceWorker: { register: false },
    // hooks.server.ts refuses every unsafe request from elsewhere, forms and all; the framework's own check would also
    // stop mail programs that unsubscribe in one click.
    csrf: { trustedOrigins: ['*'] },
    // reliability.md §1: no inline script or style without a nonce, nothing from elsewhere.
    csp: {
      mode: 'nonce',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        // The one style attribute of the framework itself, on the element that would announce navigations.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'form-action': ['self'],
        'base-uri': ['none'],
        'object-src': ['none'],
        'frame-ancestors': ['none']
      }
    }
  }
};
