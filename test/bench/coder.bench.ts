/**
 * How well and how fast the coder codes: `npm run bench -- coder [--errors SET]`. The sentences and articles are found
 * through DETENTE_MATERIAL; a quarter of each set, by a fixed hash of its ids, is kept aside and reported apart. SET lists
 * what went wrong in the part that may be looked at: petrarch, plover, penta, actors, articles or invented.
 */

import { showActors } from './coder.actors.ts'
import { show as showArticles } from './coder.articles.ts'
import { showFamilies } from './coder.families.ts'
import { showFiveClass } from './coder.fiveclass.ts'
import { showGrowth } from './coder.growth.ts'
import { showHostile } from './coder.hostile.ts'
import { showInvented } from './coder.invented.ts'
import { type Stated, showReliability } from './coder.reliability.ts'
import { showSentences } from './coder.sentences.ts'
import { showSpeed } from './coder.speed.ts'

const material = process.env.DETENTE_MATERIAL
const at = process.argv.indexOf('--errors')
const errors = at < 0 ? null : (process.argv[at + 1] ?? null)

const stated: Stated[] = []
if (!material) {
  console.error(
    'DETENTE_MATERIAL is not set: the sentences and articles are left out, and with them every figure but those of the invented articles and hostile texts.',
  )
} else {
  showFiveClass(material)
  stated.push(...showSentences(material, errors))
  showFamilies(material, errors)
  showActors(material, errors)
  showArticles(material, errors)
  showSpeed(material)
}
stated.push(...showInvented(errors))
showReliability(stated)
showGrowth()
showHostile()
