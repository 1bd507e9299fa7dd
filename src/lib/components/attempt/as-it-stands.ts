/** What tells a button of the form from another: which it is, and what it asks for. */
type Asking = { id: string; name: string; value: string; isConnected: boolean };

/**
 * A button that was pressed, as it stands now: the page may have been shown anew since then, for what was pressed before it.
 * Null: it asks for something else by now, as that of a flag does after a double click.
 */
export function asItStands<Button extends Asking>(
  pressed: Button,
  find: (id: string) => Button | null
): Button | null {
  if (pressed.isConnected) return pressed;
  const now = find(pressed.id);
  return now?.name === pressed.name && now.value === pressed.value ? now : null;
}
