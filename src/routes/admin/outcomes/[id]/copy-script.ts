/* Shows the buttons that copy a text of the page. Without this script the text can be selected as any other. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
  const text = document.getElementById(button.dataset['copies'] ?? '');
  const status = button.parentElement?.querySelector('[data-copied]');
  if (text === null || !status) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(text.textContent.trim()).then(
      () => (status.textContent = 'Copied'),
      () => (status.textContent = 'Not copied. Select the text and copy it.')
    );
  });
}

export {};
