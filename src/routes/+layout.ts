/** Pages need no script; the question page alone asks for one. */
export const csr = false;
