/**
 * HTML or SVG that went through a sanitiser on the server. The shape keeps a plain string from being printed as HTML by
 * accident.
 */
export type SanitisedMarkup = { sanitised: true; html: string };
