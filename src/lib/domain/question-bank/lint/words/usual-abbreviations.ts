/** Abbreviations that clinicians of any field read without help. Compiled by hand. */
export const USUAL_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `AIDS ALT AST BMI BP CD CNS COPD CPR CSF CT DNA ECG EEG EKG ER FDA EMA GI HDL HIV HLA HPV ICU IM INR IQ IU IV LDL MD MHC MI
  mRNA MRI MRSA NSAID PCR PET pH PO PTSD RBC RNA SC SSRI STI TB TNF TSH UK UN US USA UTI IgA IgE IgG IgM NYHA ST mIU UV WBC WHO HbA`
    .trim()
    .split(/\s+/)
);
