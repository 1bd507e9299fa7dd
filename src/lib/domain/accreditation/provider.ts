/** Who is accredited, as its statements and documents name it. */
export type Provider = {
  name: string;
  /** The name of who accredits it, e.g. `ACCME`. */
  accreditor: string;
  accreditorId: string;
  mode: 'direct' | 'joint';
  /** With whom activities are planned; empty where it provides alone. */
  jointProviders: string;
  address: string;
};
