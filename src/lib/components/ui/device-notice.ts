/** One line above the content of the page that tells of the network; the same words are said once. Null takes it away. */
export function showDeviceNotice(words: string | null, link?: { href: string; label: string }): void {
  const before = document.querySelector('#device-notice');
  if (words !== null && before?.firstChild?.textContent === words) return;
  before?.remove();
  if (words === null) return;
  const notice = document.createElement('p');
  notice.id = 'device-notice';
  notice.className = 'device-notice';
  notice.setAttribute('role', 'status');
  document.querySelector('main')?.before(notice);
  // A live region is read when its content changes, not when it comes with it.
  notice.append(words);
  if (!link) return;
  const way = document.createElement('a');
  way.href = link.href;
  way.textContent = link.label;
  notice.append(' ', way);
}
