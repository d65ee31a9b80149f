/** The list of what was found in a document, the text with it underlined, and the item under the hand. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { DeskQuery } from '../../../server/figure/generated/documents.ts'
import { Announcer } from '../../ui/Announcer.tsx'
import { ArticleText } from './ArticleText.tsx'
import { CodingPanel } from './CodingPanel.tsx'
import { DeskHead } from './DeskHead.tsx'
import { Happening } from './Happening.tsx'
import { captured, mostUsed, openKeys, TYPED_INTO } from './heard.ts'
import { ItemList } from './ItemList.tsx'
import type { DeskData, Item } from './item.ts'
import { KeyTable } from './KeyTable.tsx'
import { actOf, keepKeys, keptKeys, keyOf } from './keys.ts'
import type { Elsewhere } from './record.ts'
import { SecondCoding } from './SecondCoding.tsx'
import { StandingNote } from './Standing.tsx'
import { decidedIn, settlersOf } from './settlers.ts'
import { useExposure } from './useExposure.ts'
import { useHand } from './useHand.ts'
import { useSettling } from './useSettling.ts'
import { useStands } from './useStands.ts'
import { useWork } from './useWork.ts'
import { WhyField } from './WhyField.tsx'
import { edited, marked } from './work.ts'

/** What is said where the record was changed by somebody else. */
const ELSEWHERE: Readonly<Record<Elsewhere['what'], MessageDescriptor>> = {
  CHANGED: msg`A colleague changed what you settled: it is shown as it stands on record.`,
  CLASH: msg`A colleague changed this while you were working on it.`,
  GONE: msg`A colleague took back what you settled.`,
  THEIRS: msg`Somebody else has settled this already: theirs stands.`,
}

interface Props {
  readonly desk: DeskData
  readonly tags: NonNullable<DeskQuery['codebook']>['tags']
  readonly actors: DeskQuery['actors']['nodes']
  /** Is it an editor who looks, who may change what was decided? */
  readonly decides: boolean
}

export function DeskTable({ desk: opened, tags, actors, decides }: Props) {
  const { t, i18n } = useLingui()
  const standings = useStands(opened)
  const { desk, reread } = standings
  const { document } = desk
  const text = document.text ?? ''
  const textRef = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const names = useMemo(() => new Map(actors.map((actor) => [actor.code, actor.name])), [actors])
  const labels = useMemo(() => new Map(tags.map((tag) => [tag.code, tag.label])), [tags])
  const words = useMemo(() => ({ text, names, labels, coder: desk.coder }), [text, names, labels, desk.coder])
  const history = useWork(desk, words)
  const { work, change } = history
  const exposed = useExposure(document.id, work)
  const [said, setSaid] = useState('')
  const { settled, refused, busy, retry } = useSettling(standings, history, words, {
    onElsewhere: (elsewhere) => setSaid([...new Set(elsewhere.map(({ what }) => i18n._(ELSEWHERE[what])))].join(' ')),
    onKept: setSaid,
  })
  const settledBy = useMemo(() => settlersOf(desk, settled), [desk, settled])
  const decided = useMemo(() => decidedIn(settledBy), [settledBy])
  const [keys, setKeys] = useState(keptKeys)
  const favourites = useMemo(() => mostUsed(work.items.map((i) => i.tag)), [work])
  const sentenceOf = (i: Item) =>
    `${names.get(i.source) ?? '–'} ${i.mutual ? '↔' : '→'} ${names.get(i.target) ?? '–'}, ${i.blind ? t`on record already` : (labels.get(i.tag) ?? t`no tag`)}`
  const hand = useHand({
    ...{ history, text, textRef, panel, settled, settledBy, decides, keys, sentenceOf },
    published: document.published,
    say: setSaid,
  })
  const { item, selected, select, acts, asking, answer, picking, pick, edit } = hand
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const typing = event.target instanceof HTMLElement && event.target.matches(TYPED_INTO)
    const key = keyOf(event.nativeEvent)
    if (key === 'Ctrl+Enter') {
      event.preventDefault()
      return acts.accept()
    }
    if (typing) {
      if (event.key === 'Escape') textRef.current?.focus()
      // A field undoes its own typing; every other key is a letter there.
      return
    }
    const act = actOf(keys, key)
    if (act) {
      event.preventDefault()
      return acts[act]()
    }
    const favourite = /^[1-9]$/.test(event.key) ? favourites[Number(event.key) - 1] : undefined
    if (favourite === undefined || !item || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    edit((key) => edited(work, key, { tag: favourite }))
  }
  const own = new Set(settled.values())
  const others = desk.statements.filter((s) => !own.has(s.id))
  const open = work.items.filter((i) => i.status === 'open').length
  return (
    <div className="desk" onKeyDownCapture={captured(onKeyDown)}>
      <DeskHead
        desk={desk}
        keys={keys}
        history={history}
        settling={{ busy, refused, retry }}
        open={open}
        all={work.items.length}
        onAdd={acts.add}
        onRejectOpen={() => change(marked(work, openKeys(work.items), 'rejected'))}
      />
      <div className="desk-panes">
        <ItemList
          items={work.items}
          selected={selected}
          settled={settled}
          names={names}
          labels={labels}
          refused={refused}
          decided={decided}
          onSelect={select}
        />
        <section aria-label={t`Article`} className="desk-text">
          <ArticleText
            text={text}
            language={document.language}
            items={work.items}
            selected={selected}
            decided={decided}
            onSelect={select}
            textRef={textRef}
          />
        </section>
        <div ref={panel} className="desk-panel">
          {item ? (
            <CodingPanel
              key={item.key}
              item={item}
              tags={tags}
              actors={actors}
              favourites={favourites}
              keys={keys}
              picking={picking}
              refused={refused.get(item.key)}
              locked={hand.locked}
              standing={
                <StandingNote
                  item={item}
                  by={item.status === 'rejected' ? null : hand.by}
                  decides={decides}
                  names={names}
                  labels={labels}
                  onTake={hand.take}
                  onKeep={hand.goOn}
                />
              }
              asked={
                asking && (
                  <WhyField
                    label={asking === 'open' ? t`Why is it opened again?` : t`Why is what is on record changed?`}
                    act={asking === 'open' ? t`Open it` : asking === 'done' ? t`Settle it anew` : t`Reject it`}
                    onSay={answer}
                    onCancel={() => answer(null)}
                  />
                )
              }
              onEdit={(fields) => change(edited(work, item.key, fields), `${item.key} ${Object.keys(fields).join()}`)}
              onPick={(open) => {
                pick(open)
                // The keys are heard from the text.
                if (!open) textRef.current?.focus({ preventScroll: true })
              }}
              onLeave={() => pick(false)}
              onSwap={acts.swap}
              onAccept={acts.accept}
              onReject={acts.reject}
              onReopen={acts.reopen}
            />
          ) : (
            <p className="quiet">{t`Select words of the text and add them, or choose an item.`}</p>
          )}
          {item?.status === 'done' && settled.has(item.key) && (
            <Happening
              key={settled.get(item.key)}
              statement={settled.get(item.key) ?? ''}
              locked={hand.locked}
              onMoved={() => void reread()}
            />
          )}
          <div className="choice">
            <label htmlFor="desk-note">{t`Notes and questions on this document`}</label>
            <textarea
              id="desk-note"
              rows={2}
              value={work.note}
              onChange={(event) => change({ ...work, note: event.currentTarget.value }, 'note')}
            />
          </div>
          <SecondCoding statements={others} text={text} tags={tags} names={names} ready={exposed} />
          <KeyTable
            keys={keys}
            onChange={(next) => {
              setKeys(next)
              keepKeys(next)
            }}
          />
        </div>
      </div>
      <Announcer sentence={said} />
    </div>
  )
}
