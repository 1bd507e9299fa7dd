import { pngOf } from './png.ts';
import type { Visitor } from './visitor.ts';

/** Has somebody keep a credit that they earned elsewhere, with a document, and gives its id. */
export async function externalCreditOf(visitor: Visitor): Promise<string> {
  const form = new FormData();
  const fields = {
    title: 'A congress',
    provider: 'A society',
    creditType: 'Hour of participation',
    amount: '1',
    completedOn: '2025-03-01'
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('document', new File([new Uint8Array(pngOf(2, 2))], 'certificate.png', { type: 'image/png' }));
  const { status } = await visitor.post('/me/transcript/external/new', form);
  const { body } = await visitor.get('/me/transcript');
  const id = /\/me\/transcript\/external\/([0-9a-f-]{36})/.exec(body)?.[1];
  if (!id) throw new Error(`A credit that was earned elsewhere is not in the transcript (${status}).`);
  return id;
}
