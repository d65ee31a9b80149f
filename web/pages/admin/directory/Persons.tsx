/** Persons, and for whom each spoke from when to when. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import {
  AddPersonDocument,
  AddPostDocument,
  DirectoryPersonsDocument,
  type DirectoryPersonsQuery,
  SupersedePersonDocument,
  SupersedePostDocument,
} from '../../../../server/figure/generated/documents.ts'
import { Failed, Loading } from '../../../ui/states.tsx'
import { slugOf } from '../../desk/guess.ts'
import { former, given, linesOf, text } from './entered.ts'
import { Held } from './Held.tsx'
import type { PartProps } from './partProps.ts'
import type { Editing, Entered, FieldOf } from './RecordForm.tsx'
import { Search } from './Search.tsx'
import { useReread } from './useReread.ts'

type Person = DirectoryPersonsQuery['persons']['nodes'][number]
type Post = Person['posts'][number]

export function Persons({ version, known, onEdit }: PartProps) {
  const { t } = useLingui()
  const [search, setSearch] = useState<string | null>(null)
  const [{ data, error }, ask] = useQuery({ query: DirectoryPersonsDocument, variables: { search } })
  const [, add] = useMutation(AddPersonDocument)
  const [, correct] = useMutation(SupersedePersonDocument)
  const [, addPost] = useMutation(AddPostDocument)
  const [, correctPost] = useMutation(SupersedePostDocument)
  useReread(version, ask)
  if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  if (!data) return <Loading height={600} />
  const names: readonly FieldOf[] = [
    { name: 'name', label: t`Name`, required: true },
    { name: 'aliases', label: t`Other spellings and short forms, one a line`, many: true },
  ]
  const post: readonly FieldOf[] = [
    { name: 'title', label: t`Post`, hint: t`Such as “Minister for Defence”`, required: true },
    { name: 'actor', label: t`For whom they spoke`, hint: t`Code of an actor`, known, required: true },
    { name: 'from', label: t`First day`, hint: t`Such as 2021-08-15. Empty: open, or not known` },
    { name: 'to', label: t`Last day`, hint: t`Empty: still held` },
    { name: 'citation', label: t`Where this is known from`, required: true },
  ]
  const aliasesOf = ({ aliases }: Entered) => (aliases === undefined ? {} : { aliases: linesOf(aliases) })
  const asNew: Editing = {
    title: t`A new person`,
    act: t`Add the person`,
    fields: [...names, { name: 'code', label: t`Code`, hint: t`Empty: made from the name` }],
    initial: { name: '', aliases: '', code: '' },
    said: t`The person is on record. Add the posts they held.`,
    submit: (entered) => {
      const name = text(entered, 'name')
      return add({ input: { name, aliases: linesOf(entered.aliases), code: text(entered, 'code') || slugOf(name) } })
    },
  }
  const rightOf = ({ code, name, aliases }: Person): Editing => {
    const initial = { name, aliases: aliases.join('\n') }
    const send = (changed: Entered) => correct({ input: { code, ...given(changed, ['name']), ...aliasesOf(changed) } })
    return {
      title: t`Put the names of ${name} right`,
      act: t`Put them right`,
      fields: names,
      initial,
      said: t`${name} is put right.`,
      submit: (_, changed) => send(changed),
      undo: (changed) => send(former(initial, changed)),
    }
  }
  const newPost = ({ code, name }: Person): Editing => ({
    title: t`A new post of ${name}`,
    act: t`Add the post`,
    fields: post,
    initial: { title: '', actor: '', from: '', to: '', citation: '' },
    said: t`The post of ${name} is on record.`,
    submit: (entered) =>
      addPost({
        input: {
          ...{ person: code, title: text(entered, 'title'), actor: text(entered, 'actor') },
          ...given(entered, ['from', 'to']),
          citation: text(entered, 'citation'),
        },
      }),
  })
  const postRight = ({ name }: Person, { number, title, actor, from, to, citation }: Post): Editing => {
    const initial = { title, actor: actor.code, from: from ?? '', to: to ?? '', citation }
    // A correction has another number, by which it is corrected in turn.
    let standing = number
    const send = async (changed: Entered) => {
      const fields = given(changed, ['title', 'actor', 'from', 'to', 'citation'])
      const answer = await correctPost({ input: { post: standing, ...fields } })
      standing = answer.data?.done.post?.number ?? standing
      return answer
    }
    return {
      title: t`Put post ${number} of ${name} right`,
      act: t`Put it right`,
      fields: post,
      initial,
      said: t`The post is put right.`,
      submit: (_, changed) => send(changed),
      undo: (changed) => send(former(initial, changed)),
    }
  }
  const { nodes, totalCount } = data.persons
  return (
    <>
      <Search label={t`Name or alias`} onSearch={setSearch} total={totalCount} shown={nodes.length}>
        {onEdit && (
          <button type="button" onClick={() => onEdit(asNew)}>
            {t`Add a person …`}
          </button>
        )}
      </Search>
      {nodes.map((person) => (
        <section key={person.code} className="holdings">
          <h2>{person.name}</h2>
          {person.aliases.length > 0 && (
            <p className="quiet" dir="auto">
              {person.aliases.join(' · ')}
            </p>
          )}
          <Held
            label={t`Posts of ${person.name}`}
            heads={[t`Post`, t`For`]}
            rows={person.posts.map(({ title, actor, ...held }) => ({ ...held, who: title, how: actor.name }))}
            onCorrect={
              onEdit &&
              ((number) => {
                const held = person.posts.find((known) => known.number === number)
                if (held) onEdit(postRight(person, held))
              })
            }
          />
          {onEdit && (
            <p className="acts">
              <button type="button" onClick={() => onEdit(newPost(person))}>
                {t`Add a post of ${person.name} …`}
              </button>{' '}
              <button
                type="button"
                aria-label={t`Put the names right … ${person.name}`}
                onClick={() => onEdit(rightOf(person))}
              >
                {t`Put the names right …`}
              </button>
            </p>
          )}
        </section>
      ))}
    </>
  )
}
