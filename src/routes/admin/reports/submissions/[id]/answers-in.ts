import { formText } from '../../../../form-text.ts';

/** Answers as they were sent: the file, or what was pasted where there is none. */
export async function answersIn(form: FormData): Promise<string> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) return (await file.text()).toWellFormed();
  return formText(form, 'answers');
}
