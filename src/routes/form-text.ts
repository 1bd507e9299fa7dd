/** One text field of a form: the first value sent under the name, or '' where there is none, or a file. */
export function formText(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
