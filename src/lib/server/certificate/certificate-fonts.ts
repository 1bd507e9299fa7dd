import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The typefaces of the document, whole (OFL-1.1); what a PDF carries is a subset of them. */
const FILES = {
  regular: () => require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  italic: () =>
    require.resolve('@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
  semibold: () =>
    require.resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
  cjk: () => require.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf')
};

export type CertificateFont = keyof typeof FILES;

const loaded = new Map<CertificateFont, Buffer>();

/** The bytes of a typeface; read once, when a document first needs it (the Chinese one has 10 MB). */
export function certificateFont(name: CertificateFont): Buffer {
  const known = loaded.get(name);
  if (known) return known;
  const bytes = readFileSync(FILES[name]());
  loaded.set(name, bytes);
  return bytes;
}
