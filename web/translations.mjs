// Fails where a text that the public reads lacks a language, or where a translation lost or made up a placeholder.
// Public is all of web and server/figure but the screens that are English everywhere. Part of `npm run check`.
import { fileURLToPath } from 'node:url'
import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { ENGLISH_ONLY } from './lingui.config.js'

/** Is a text with these origins (`[path, line]`) read by the public? */
export function isPublic(origins) {
  return origins.some(([path]) => !ENGLISH_ONLY.test(path))
}

/** Every part of a message that stands for something, in plural forms too. What cannot be read has none. */
function partsOf(message) {
  const parts = []
  const read = (part) => {
    if (!Array.isArray(part)) return
    parts.push(part)
    const forms = part[2] && typeof part[2] === 'object' ? Object.values(part[2]) : []
    for (const form of forms) if (Array.isArray(form)) form.forEach(read)
  }
  compileMessage(message).forEach(read)
  return parts
}

/** Names that a message needs filled in, sorted. */
const placeholdersOf = (message) => [...new Set(partsOf(message).map(([name]) => name))].sort()

/** Forms of a language that the plurals of a message lack. */
function lackingForms(message, language) {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  const plurals = partsOf(message).filter(([, kind]) => kind === 'plural')
  return pluralCategories.filter((category) => plurals.some(([, , forms]) => !(category in forms)))
}

/** What is wrong with one translation, or null. */
export function faultOf(message, translation, language) {
  if (translation === '') return 'has no translation'
  const [wanted, found] = [placeholdersOf(message), placeholdersOf(translation)]
  if (String(wanted) !== String(found))
    return `has the placeholders ${found.join(', ') || 'none'} instead of ${wanted.join(', ') || 'none'}`
  const lacking = lackingForms(translation, language)
  return lacking.length > 0 ? `lacks the plural forms ${lacking.join(', ')}` : null
}

/** Every fault, a line each. */
export async function faults() {
  const config = getConfig({ configPath: fileURLToPath(new URL('lingui.config.js', import.meta.url)) })
  const [catalog] = await getCatalogs(config)
  const found = []
  for (const language of config.locales.filter((one) => one !== config.sourceLocale)) {
    for (const { message, translation = '', origin = [] } of Object.values((await catalog?.read(language)) ?? {})) {
      if (!isPublic(origin)) continue
      const fault = faultOf(message, translation, language)
      if (fault !== null) found.push(`server/figure/locales/${language}.po: “${message}” ${fault}`)
    }
  }
  return found
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await faults()
  for (const fault of found) console.error(fault)
  if (found.length > 0) {
    console.error(`${found.length} texts to translate in server/figure/locales/*.po; then run \`npm run texts\`.`)
    process.exitCode = 1
  }
}
