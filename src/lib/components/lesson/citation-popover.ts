/*
 * Shows the entry of a reference beside the number that was chosen (ux.md §1.5). Without this script, or where the
 * browser knows no popovers, the number is a link to the entry, as it is in the page.
 */

const GAP = 8;

/** The one popover of the page; made when it is first wanted. */
function makePopover(): HTMLElement {
  const popover = document.createElement('div');
  popover.className = 'citation-popover';
  popover.popover = 'auto';
  popover.tabIndex = -1;
  popover.setAttribute('role', 'dialog');
  document.body.append(popover);
  return popover;
}

let popover: HTMLElement | null = null;

/** What the popover shows: the entry with its status, a way to its place in the list, and a way out. */
function contentFor(number: string, entry: Element): Node[] {
  const reference = document.createElement('p');
  const [text, status] = ['[data-reference]', '[data-reference-status]'].map((part) =>
    entry.querySelector(part)
  );
  if (text) reference.append(text.cloneNode(true));
  if (status) reference.append(' ', status.cloneNode(true));
  const actions = document.createElement('p');
  const link = document.createElement('a');
  link.href = `#${entry.id}`;
  link.textContent = `Go to reference ${number}`;
  link.addEventListener('click', () => popover?.hidePopover());
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'secondary';
  close.textContent = 'Close';
  close.addEventListener('click', () => popover?.hidePopover());
  actions.append(link, close);
  return [reference, actions];
}

/** Under the number, or above it where there is no room; narrow pages show it at the foot, by their style sheet. */
function placeAt(citation: Element, box: HTMLElement): void {
  const at = citation.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const fitsBelow = at.bottom + GAP + height <= innerHeight;
  const top = scrollY + (fitsBelow ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height));
  const left =
    scrollX +
    Math.min(Math.max(GAP, at.left - width / 2), document.documentElement.clientWidth - width - GAP);
  box.style.setProperty('--top', `${top}px`);
  box.style.setProperty('--left', `${left}px`);
}

function open(citation: HTMLAnchorElement, entry: Element): void {
  const number = entry.id.replace('ref-', '');
  popover ??= makePopover();
  popover.setAttribute('aria-label', `Reference ${number}`);
  popover.replaceChildren(...contentFor(number, entry));
  // The browser gives the focus back to where it was when the popover closes.
  citation.focus({ preventScroll: true });
  popover.showPopover();
  placeAt(citation, popover);
  popover.focus({ preventScroll: true });
}

function onClick(event: MouseEvent): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const citation = event.target instanceof Element ? event.target.closest('a[role="doc-biblioref"]') : null;
  if (!(citation instanceof HTMLAnchorElement)) return;
  const entry = document.getElementById(citation.hash.slice(1));
  if (!entry) return;
  event.preventDefault();
  open(citation, entry);
}

if ('popover' in HTMLElement.prototype) document.addEventListener('click', onClick);
