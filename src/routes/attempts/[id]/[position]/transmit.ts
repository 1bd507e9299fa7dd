import { keptResponse, type KeptResponse } from '#lib/components/attempt/kept-response.ts';
import * as page from '#lib/components/attempt/question-page.ts';
import { holdsAnother, nextSending } from '#lib/domain/attempt/next-sending.ts';
import { sendResponse, type Sent } from '../../sending.ts';

/** ux.md §6: a save that is quicker than this says nothing. */
const PATIENCE_MS = 400;

/** The fields of a form that are text, as its button sends them. */
export function textFields(form: HTMLFormElement, button: HTMLElement | null = null): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) {
    if (typeof value === 'string') fields.append(name, value);
  }
  return fields;
}

/** A new id of a request. Pages over plain http, in a hospital's own network, have no `crypto.randomUUID`. */
function newKey(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) =>
    byte.toString(16).padStart(2, '0')
  );
  return hex.join('').replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/, '$1-$2-4$3-8$4-$5');
}

/** What the form sends, given what was sent for this question before and waits in memory or in this browser. */
export function toSend(form: HTMLFormElement, path: string, inMemory: KeptResponse | null): KeptResponse {
  const before = inMemory?.path === path ? inMemory : keptResponse(path);
  return {
    path,
    fields: nextSending(textFields(form), before?.fields ?? null, newKey()),
    keptAt: Date.now()
  };
}

/** Whether the page shows another response, still to be sent, than the one that was. */
export function hasChanged({ path, fields }: KeptResponse): boolean {
  const form = page.questionForm();
  if (form === null || !page.isOpen() || path !== page.shownPath()) return false;
  return holdsAnother({ kind: form.dataset['kind'], fields: textFields(form) }, fields);
}

/** Sends a response to the question that is shown; one that takes long says so. */
export async function transmit(waiting: KeptResponse): Promise<Sent> {
  const action = page.questionForm()?.getAttribute('action') ?? '?/respond';
  const timer = setTimeout(() => page.showSaving(true), PATIENCE_MS);
  const sent = await sendResponse(waiting, action);
  clearTimeout(timer);
  page.showSaving(false);
  return sent;
}
