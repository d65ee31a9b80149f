/** A long list, a page at a time. Each page asks for itself, so that earlier ones stay as they are. */
import { type ComponentType, type ReactNode, useState } from 'react'
import type { CombinedError } from 'urql'
import { listArguments } from '../../../server/figure/address/listArguments.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import type { RelationProps } from './relationProps.ts'

export interface PageProps extends RelationProps {
  /** The cursor the page before ended with; null = the first page. */
  readonly after: string | null
  /** Appends the next page; null where one is there already. */
  readonly onMore: ((endCursor: string) => void) | null
}

interface PagesProps extends RelationProps {
  readonly page: ComponentType<PageProps>
}

/** Begins again at the first page where the view lists something else. */
export function ListPages(props: PagesProps) {
  return <Pages key={JSON.stringify(listArguments('', props.view, null))} {...props} />
}

function Pages({ page: Page, ...props }: PagesProps) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null])
  return cursors.map((after, i) => (
    <Page
      key={after ?? ''}
      {...props}
      after={after}
      onMore={i === cursors.length - 1 ? (end) => setCursors([...cursors, end]) : null}
    />
  ))
}

interface Connection<Node> {
  readonly nodes: readonly Node[]
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null }
}

interface ListedProps<Node> extends Pick<PageProps, 'after' | 'onMore'> {
  readonly list: Connection<Node> | undefined
  readonly error: CombinedError | undefined
  readonly onRetry: () => void
  readonly empty: ReactNode
  readonly count: (total: number) => string
  readonly more: string
  readonly children: (nodes: readonly Node[]) => ReactNode
}

/** One page: its rows, above the first the number of all, below the last the way to more. */
export function Listed<Node>({ list, error, onRetry, after, onMore, empty, count, more, children }: ListedProps<Node>) {
  if (error) return <Failed error={error} onRetry={onRetry} />
  if (!list) return <Loading height={320} />
  if (list.nodes.length === 0 && after === null) return empty
  const end = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null
  return (
    <>
      {after === null && <p className="quiet">{count(list.totalCount)}</p>}
      {children(list.nodes)}
      {onMore && end && (
        <button type="button" onClick={() => onMore(end)}>
          {more}
        </button>
      )}
    </>
  )
}
