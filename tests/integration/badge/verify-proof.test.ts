import { expect, it } from 'vitest';
import { listOf, type JsonObject } from '#lib/domain/badge/json.ts';
import { verifyBadge } from '#lib/server/badge/verify-badge.ts';
import { base58, multikey, proven, withProof } from '../../support/data-integrity.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { foreignBadge } from '../../support/foreign-badge.ts';

const origin = 'https://cme.example.org';
const now = new Date('2027-02-01T12:00:00Z');

describeOnEachDatabase(
  'checking a badge with a proof inside',
  (on) => {
    const check = async (credential: JsonObject) => {
      const bytes = new TextEncoder().encode(JSON.stringify(credential));
      const checked = await verifyBadge(on.database.db, bytes, { now, origin });
      if (!checked.ok) throw new Error(checked.problem);
      return checked.value;
    };

    it('checks a proof inside the JSON without a network', async () => {
      const good = await proven(foreignBadge());
      expect(await check(good)).toMatchObject({ verdict: 'fits', faults: [] });
      const web = await proven(foreignBadge(), {
        verificationMethod: `https://badges.example.net/issuer#${multikey}`
      });
      expect(await check(web)).toMatchObject({ verdict: 'fits' });
      const other = { type: 'SomeProof', created: '2025-03-01T09:00:00Z' };
      expect(await check({ ...good, proof: [other, good['proof']] })).toMatchObject({ verdict: 'fits' });
      const unknown = [...listOf(foreignBadge()['@context']), 'https://badges.example.net/context.json'];
      for (const unsure of [
        { ...good, proof: other },
        { ...good, '@context': unknown },
        { ...good, '@context': [...listOf(good['@context']), { name: 'https://schema.org/alternateName' }] },
        { ...good, undefinedTerm: 'x' },
        await withProof(foreignBadge(), () => ({ verificationMethod: 'did:web:badges.example.net' })),
        await withProof(foreignBadge(), () => ({ verificationMethod: 'did:ion:abc' }))
      ]) {
        const report = await check(unsure);
        expect(report).toMatchObject({ verdict: 'unconfirmed', faults: [] });
        expect(report.unchecked[0]).toMatch(/^The signature\./);
      }
    });

    it('says no to a proof inside the JSON that is wrong, and why', async () => {
      const good = await proven(foreignBadge());
      const cases: [JsonObject, RegExp][] = [
        [foreignBadge(), /no proof/],
        [{ ...good, name: 'Another course' }, /does not fit/],
        [await withProof(foreignBadge(), () => ({ created: '2025-03-01T09:00:01Z' })), /does not fit/],
        [
          await withProof(foreignBadge(), () => ({ proofValue: base58(new Uint8Array(64).fill(7)) })),
          /does not fit/
        ],
        [await withProof(foreignBadge(), () => ({ proofValue: 'u7' })), /no Ed25519 signature/],
        [await withProof(foreignBadge(), () => ({ proofPurpose: 'authentication' })), /proofPurpose/],
        [await withProof(foreignBadge(), () => ({ verificationMethod: multikey })), /no address and no DID/],
        [
          await withProof(foreignBadge(), () => ({ verificationMethod: `xxx:${multikey}` })),
          /neither a web address/
        ],
        [
          await withProof(foreignBadge(), () => ({ verificationMethod: `did:example:${multikey}` })),
          /for documentation/
        ],
        [await withProof(foreignBadge(), () => ({ verificationMethod: 'did:key:z6Mk' })), /no Ed25519 key/],
        [await proven(foreignBadge({ validFrom: '2040-01-01T00:00:00Z' })), /only from 2040-01-01/],
        [
          await proven(foreignBadge({ issuer: { id: `${origin}/badges/issuers/x`, type: ['Profile'] } })),
          /names this site/
        ]
      ];
      for (const [credential, why] of cases) {
        const report = await check(credential);
        expect(report.verdict).toBe('broken');
        expect(report.faults.join(' ')).toMatch(why);
      }
    });

    it('gives up on a text that is made to take forever', async () => {
      const names = Array.from({ length: 30 }, (_, index) => `_:b${index}`);
      const profile = (id: string) => ({ id, type: ['Profile'] });
      const clique = names.map((id) => ({ ...profile(id), parentOrg: names.map(profile) }));
      const subject = Object(foreignBadge()['credentialSubject']);
      const started = performance.now();
      const knotted = {
        ...(await proven(foreignBadge())),
        credentialSubject: { ...subject, source: clique }
      };
      expect((await check(knotted)).unchecked.join(' ')).toMatch(/^The signature/);
      const long = { ...(await proven(foreignBadge())), description: 'x'.repeat(200_000) };
      expect(await check(long)).toMatchObject({ verdict: 'unconfirmed' });
      expect(performance.now() - started).toBeLessThan(5000);
    });
  },
  'empty'
);
