import { describe, expect, it } from 'vitest';
import { mayAsk, parseIssuer } from './issuer.ts';

describe('an issuer', () => {
  it('is kept to the letter, and found in the address of its document', () => {
    for (const issuer of [
      'https://login.hospital.example/',
      'https://10.0.0.7/realms/a',
      'http://127.0.0.1:4000'
    ])
      expect(parseIssuer(` ${issuer} `)).toEqual({ ok: true, value: issuer });
    const document = 'https://id.example/realms/a/.well-known/openid-configuration';
    expect(parseIssuer(document)).toEqual({ ok: true, value: 'https://id.example/realms/a' });
  });

  it('is asked over https alone, save on this machine', () => {
    for (const typed of [
      '',
      'hospital',
      'http://login.hospital.example',
      'http://localhost.hospital.example',
      'ftp://localhost',
      'javascript:alert(1)',
      'https://name:word@login.hospital.example',
      'https://login.hospital.example?tenant=1',
      'https://login.hospital.example#a',
      'https://login.hospital.example/.well-known/other',
      `https://login.hospital.example/${'a'.repeat(500)}`
    ])
      expect(parseIssuer(typed).ok, typed).toBe(false);
  });
});

describe('a request for the sake of an issuer', () => {
  const far = 'https://login.hospital.example';
  const near = 'http://localhost:4000';

  it('goes over https, or to this machine from an issuer on it', () => {
    expect(mayAsk('https://keys.hospital.example/jwks', far)).toBe(true);
    expect(mayAsk('http://127.0.0.1:4000/jwks', near)).toBe(true);
  });

  it('goes nowhere else', () => {
    for (const address of [
      'http://127.0.0.1:4000/jwks',
      'http://login.hospital.example',
      'file:///etc/passwd',
      'x'
    ])
      expect(mayAsk(address, far), address).toBe(false);
    expect(mayAsk('http://10.0.0.7/jwks', near)).toBe(false);
    expect(mayAsk('https://a:b@keys.hospital.example', far)).toBe(false);
  });
});
