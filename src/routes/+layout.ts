/** No page needs a framework in the browser; lesson and question pages have a small script of their own. */
export const csr = false;
