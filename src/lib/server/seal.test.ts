import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal.ts';

const plain = new TextEncoder().encode('12345678901234567890');
const owner = { secret: 'a secret of the operator, long enough', boundTo: 'authenticator-app 7' };

describe('a sealed secret', () => {
  it('opens for its owner, is never the same twice and shows nothing of what is in it', () => {
    const [one, other] = [seal(plain, owner), seal(plain, owner)];
    expect(unseal(one, owner)).toEqual(plain);
    expect(one).not.toEqual(other);
    expect(Buffer.from(one).includes(Buffer.from(plain))).toBe(false);
  });

  it('stays shut under another secret, for another owner, without a secret and after any change', () => {
    const sealed = seal(plain, owner);
    expect(unseal(sealed, { ...owner, secret: `${owner.secret}!` })).toBeNull();
    expect(unseal(sealed, { ...owner, boundTo: 'authenticator-app 8' })).toBeNull();
    expect(unseal(sealed, { ...owner, secret: null })).toBeNull();
    for (const index of sealed.keys()) {
      const changed = sealed.map((byte, at) => (at === index ? byte ^ 2 : byte));
      expect(unseal(changed, owner), `byte ${index}`).toBeNull();
    }
    expect(unseal(sealed.subarray(0, 20), owner)).toBeNull();
    expect(unseal(new Uint8Array(), owner)).toBeNull();
  });

  it('stands as it is where no secret was set, and says so in its first byte', () => {
    const open = seal(plain, { ...owner, secret: null });
    expect(open).toEqual(Uint8Array.of(0, ...plain));
    expect(unseal(open, owner), 'also after one was set').toEqual(plain);
  });
});
