/** What the shades and hatches of a heat map mean. */
import { msg } from '@lingui/core/macro'
import type { Measure } from '../../../server/figure/model/points.ts'
import { numberText, signedText } from '../../../server/figure/words/format.ts'
import { useTexts } from '../../i18n.ts'
import type { MatrixMode } from '../matrix/DyadMatrix.rows.ts'
import { DIFFERENCE_STEPS, differenceShade, SCORE_STEPS, scoreShade, shadeClass } from './shades.ts'

interface Props {
  readonly measure: Measure
  readonly mode: MatrixMode
}

/** The lower end of each shade, printed on it. */
export function ShadeKey({ measure, mode }: Props) {
  const i18n = useTexts()
  const scores = [0, ...SCORE_STEPS].map((score) => ({
    text: i18n._(msg`${numberText(i18n.locale, score)} and more`),
    short: numberText(i18n.locale, score),
    shade: scoreShade(score, measure),
  }))
  const differences = [...[...DIFFERENCE_STEPS].reverse().map((size) => -size), 0, ...DIFFERENCE_STEPS].map((size) => ({
    text: signedText(i18n.locale, size),
    short: signedText(i18n.locale, size),
    shade: differenceShade(size),
  }))
  const shades = mode === 'level' ? scores : differences
  return (
    <div className="shade-key">
      <ul dir="ltr" aria-label={i18n._(msg`Shades begin at`)}>
        {shades.map(({ text, short, shade }) => (
          <li key={text} className={shadeClass(shade)}>
            {short}
          </li>
        ))}
      </ul>
      <ul>
        <li>
          <i className={`cell shade ${measure} s1 sparse`} aria-hidden="true">
            {numberText(i18n.locale, 12)}
          </i>{' '}
          {i18n._(msg`little evidence`)}
        </li>
        <li>
          <i className="cell blank NOT_ENOUGH" aria-hidden="true" /> {i18n._(msg`not enough data`)}
        </li>
        <li>
          <i className="cell blank NOT_COVERED" aria-hidden="true" /> {i18n._(msg`nobody looked`)}
        </li>
        {mode !== 'level' && (
          <li>
            <i className="cell blank NO_BEFORE" aria-hidden="true" />{' '}
            {mode === 'change' ? i18n._(msg`no score a year before`) : i18n._(msg`no score in the other direction`)}
          </li>
        )}
      </ul>
    </div>
  )
}
