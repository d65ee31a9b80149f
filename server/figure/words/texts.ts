/** What a sentence needs of a language: its name and its texts. Apart from i18n.ts, so that the server can write it too. */
import type { I18n } from '@lingui/core'

export type Texts = Pick<I18n, 'locale' | '_' | 'messages'>
