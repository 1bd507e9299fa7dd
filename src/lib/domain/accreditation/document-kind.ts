/** What an issued document is called and claims, by profession (cme-rules.md §0.2, §1.4). */
export type DocumentKind = 'certificate' | 'certificate-of-participation' | 'completion-summary';
