/** The first `count` 16-bit groups of an IPv6 address, with `::` written out; null where it is none. */
function ipv6Groups(address: string, count: number): string[] | null {
  const [head = '', tail, ...rest] = address.split('::');
  if (rest.length > 0 || !/^[0-9a-f:.]+$/i.test(address)) return null;
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  return groups.slice(0, count).map((group) => Number.parseInt(group, 16).toString(16));
}

/**
 * The network that an address belongs to, in which one household or house is found: the first 24 bits of IPv4, the first
 * 48 of IPv6. An IPv4 address may carry a port, or stand within IPv6 (`::ffff:192.0.2.1`). What is no address is one
 * network of its own.
 */
export function networkOf(address: string): string {
  const ipv4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}(?::\d+)?$/i.exec(address.trim());
  if (ipv4) return `${ipv4[1]}.0/24`;
  const [bare = ''] = address.trim().replace(/^\[/, '').split(/[\]%]/);
  const groups = bare.includes(':') ? ipv6Groups(bare, 3) : null;
  return groups?.length === 3 ? `${groups.join(':')}::/48` : 'unknown';
}
