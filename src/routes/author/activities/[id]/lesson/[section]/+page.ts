/** Live preview, citation picker and autosave; without JavaScript every button still does its work. */
export const csr = true;
