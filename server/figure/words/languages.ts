/**
 * The languages of the public screens, embeds and pictures. Each has a catalogue in locales/; what is not public (the
 * desk, the lab, signing in) stays English, marked as such. The server reads this table too: no DOM here.
 */
export const LANGUAGES = [
  { code: 'en', name: 'English', dir: 'ltr' },
  { code: 'ur', name: 'اردو', dir: 'rtl' },
  { code: 'fa-AF', name: 'دری', dir: 'rtl' },
  { code: 'ps', name: 'پښتو', dir: 'rtl' },
  { code: 'ru', name: 'Русский', dir: 'ltr' },
  { code: 'ar', name: 'العربية', dir: 'rtl' },
] as const
export type Language = (typeof LANGUAGES)[number]['code']

/** Other tags under which a language of ours is asked for: Dari as ISO 639-3 has it, and Persian, which its readers read. */
const ALIASES: Readonly<Record<string, Language>> = { prs: 'fa-AF', fa: 'fa-AF' }

/** Our language for a tag of BCP 47 (`ar-EG` is `ar`), or null where there is none. */
export function languageOf(tag: string): Language | null {
  const lower = tag.toLowerCase()
  const base = lower.split('-')[0] ?? ''
  const exact =
    LANGUAGES.find(({ code }) => code.toLowerCase() === lower) ?? LANGUAGES.find(({ code }) => code === base)
  return exact?.code ?? ALIASES[base] ?? null
}

/** Where lines begin in a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return LANGUAGES.find(({ code }) => code === language)?.dir ?? 'ltr'
}

/** What Intl is asked for: browsers that lack Pashto take the numbers and plurals of Dari, which are the same. */
export function intlLocales(language: string): string[] {
  return language === 'ps' ? ['ps', 'fa-AF'] : [language]
}
