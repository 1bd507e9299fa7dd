/** Every text field of a form with all of its values, in the order sent; files are left out. */
export async function readPostedFields(request: Request): Promise<Map<string, string[]>> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of await request.formData()) {
    if (typeof value !== 'string') continue;
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  }
  return fields;
}
