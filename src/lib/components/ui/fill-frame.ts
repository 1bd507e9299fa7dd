import { mount, unmount, type Snippet } from 'svelte';
import FrameContent from './FrameContent.svelte';

/** A disabled one stands for styles that are in the page already; it would never load. */
const STYLES = 'link[rel="stylesheet"]:not([disabled]), style';

/** The styles of this page, for a document of its own; waits for those that are files. */
async function copyStyles(to: Document): Promise<void> {
  const loads: Promise<unknown>[] = [];
  for (const style of document.head.querySelectorAll(STYLES)) {
    const copy = to.importNode(style, true);
    // The attribute is hidden from scripts; the property is not.
    if (style instanceof HTMLElement && style.nonce) copy.setAttribute('nonce', style.nonce);
    if (copy.tagName === 'LINK')
      loads.push(
        new Promise((resolve) => {
          copy.addEventListener('load', resolve, { once: true });
          copy.addEventListener('error', resolve, { once: true });
        })
      );
    to.head.append(copy);
  }
  await Promise.all(loads);
}

const DARK = /\(prefers-color-scheme:\s*dark\)/;

/** Turns the dark styles of a document on or off, whatever the browser prefers. */
function setTheme(styled: Document, isDark: boolean): void {
  // Objects of another document are instances of its own classes.
  const { CSSMediaRule } = styled.defaultView ?? window;
  for (const sheet of styled.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSMediaRule)
        rule.media.mediaText = rule.media.mediaText.replace(DARK, isDark ? 'all' : 'not all');
    }
  }
  styled.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
}

/** Where a preview leads nowhere: links and forms stay where they are. */
function holdStill(held: Document): void {
  const stop = (event: Event) => event.preventDefault();
  held.addEventListener('submit', stop);
  for (const link of held.querySelectorAll('a')) link.addEventListener('click', stop);
}

type Filling = { content: Snippet; isDark: boolean; title: string };

/** Shows a component in the document of a frame with the styles of this page; gives what takes it out again. */
export async function fillFrame(
  frame: HTMLIFrameElement,
  { content, isDark, title }: Filling
): Promise<() => void> {
  const inner = frame.contentDocument;
  if (inner === null) return () => undefined;
  inner.documentElement.lang = document.documentElement.lang;
  inner.title = title;
  await copyStyles(inner);
  setTheme(inner, isDark);
  // Not a second `main`: to assistive technology the frame is a part of this page.
  const region = inner.createElement('section');
  region.setAttribute('aria-label', title);
  inner.body.replaceChildren(region);
  const shown = mount(FrameContent, { target: region, props: { content } });
  holdStill(inner);
  return () => void unmount(shown);
}
