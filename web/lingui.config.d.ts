/** Screens that are English everywhere, by the files they are made of. */
export declare const ENGLISH_ONLY: RegExp
