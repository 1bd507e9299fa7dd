/** What an activity may have printed on its certificates. */
export type CertificateImageKind = 'logo' | 'signature';

/** An image as it is frozen with the activity version; the caption says what it shows. */
export type CertificateImage = {
  kind: CertificateImageKind;
  mediaType: 'image/png' | 'image/jpeg';
  content: Uint8Array;
  caption: string;
};
