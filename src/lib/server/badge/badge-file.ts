import { decodeJwt } from 'jose';
import { bakePng, bakeSvg } from '#lib/domain/badge/bake.ts';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import { drawBadge } from './draw-badge.ts';
import { renderBadgePng } from './render-badge-png.ts';

/** The forms in which a badge is downloaded. */
export const BADGE_FORMATS = ['json', 'jwt', 'png', 'svg'] as const;

export type BadgeFormat = (typeof BADGE_FORMATS)[number];

const TYPES: Record<BadgeFormat, string> = {
  json: 'application/json; charset=utf-8',
  // OB 3.0 §5.2: a credential with an external proof is served as plain text.
  jwt: 'text/plain; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8'
};

type Content = { jwt: string; document: CertificateDocument };

async function contentOf({ jwt, document }: Content, format: BadgeFormat): Promise<string | Uint8Array> {
  switch (format) {
    case 'jwt':
      return jwt;
    case 'json':
      return `${JSON.stringify({ jwt, credential: decodeJwt(jwt) }, null, 2)}\n`;
    case 'svg':
      return bakeSvg(drawBadge(document), jwt);
    case 'png':
      return bakePng(await renderBadgePng(drawBadge(document)), jwt);
    default:
      return format satisfies never;
  }
}

/** A badge as a file. The credential inside is the frozen one; the picture is drawn from the frozen document. */
export async function badgeFile(
  badge: Content,
  format: BadgeFormat
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string }> {
  const content = await contentOf(badge, format);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { bytes, type: TYPES[format] };
}
