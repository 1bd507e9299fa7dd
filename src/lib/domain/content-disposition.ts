/** Percent-encodes what RFC 8187 does not let stand in an extended value. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

/**
 * The header that names a download by RFC 6266: an ASCII name for old programs, the whole name for all others. Slashes,
 * quotes and control characters are replaced: no file system takes them, and no header may.
 */
export function contentDisposition(fileName: string): string {
  const name = fileName.toWellFormed().replaceAll(/[\p{Cc}"\\/:*?<>|]+/gu, '-');
  const ascii = name.normalize('NFKD').replaceAll(/[^\x20-\x7e]+/g, '');
  return `attachment; filename="${ascii.replaceAll('%', '-').trim()}"; filename*=UTF-8''${encodeExtended(name)}`;
}
