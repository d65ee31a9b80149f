/** Which sentences of the record the classifier may learn from. */
import { expect, it } from 'vitest'
import { codedSentences, type NewCoding } from '../../server/store/coding.ts'
import { publishCodebook } from '../../server/store/directory.ts'
import { keepText } from '../../server/store/document.ts'
import { settle, supersedeStatement } from '../../server/store/settle.ts'
import { leaf, openTestStore, statement } from '../support/store.ts'

const coding = (given: Partial<NewCoding> = {}): NewCoding => ({
  codebook: 'test-1',
  tag: 'accuse',
  coder: 'ana',
  state: 'SETTLED',
  confidence: null,
  reasonBy: null,
  shown: null,
  reason: 'It lays a deed to the other',
  ...given,
})

it('gives what people settled and still stands, by the words of the text, else of the quote or summary; nothing a machine coded', async () => {
  const { db, herald, gazette, releaseDocument } = await openTestStore()
  await db.write('ana', 'codes', async (tx) => {
    const empty = { tags: [], method: {} as never, hash: '0'.repeat(64) }
    await publishCodebook(tx, { name: 'test', version: 'test-1', note: '', ...empty })
    await settle(tx, statement(herald, { summary: 'Accuses it of smuggling' }), null, coding())
    await settle(tx, statement(herald, { summary: 'Shells it', quote: 'we shelled them' }), null, coding())
    await keepText(tx, gazette, 'Good news. Borduria sent tents. More news.')
    await settle(tx, statement(gazette, { summary: 'Helps', quote: 'tents', start: 11, end: 31 }), null, coding())
    await settle(tx, statement(herald, { summary: 'By machine' }), null, coding({ coder: 'machine:coder' }))
    await settle(tx, statement(herald, { summary: 'Not yet', leaf: null }), null, coding({ state: 'SUBMITTED' }))
    await settle(tx, statement(releaseDocument, { summary: 'Row of a data set' }))
    const { statement: id } = await settle(tx, statement(herald, { summary: 'Praises it' }), null, coding())
    await supersedeStatement(tx, id, { leaf: leaf('051') }, coding({ coder: 'ben' }))
  })
  expect(await codedSentences(db)).toEqual([
    { text: 'Accuses it of smuggling', leaf: '112' },
    { text: 'we shelled them', leaf: '112' },
    { text: 'Borduria sent tents.', leaf: '112' },
    { text: 'Praises it', leaf: '051' },
  ])
})
