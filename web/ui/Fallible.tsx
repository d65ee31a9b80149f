/**
 * Holds a failure to the part of the page in which it happens: something that could not be fetched, for want of a
 * connection or because the server has been renewed since, or a fault of ours.
 */
import { useLingui } from '@lingui/react/macro'
import { Component, type ReactNode } from 'react'
import { fetchAgain } from './fetched.tsx'

interface Props {
  readonly children: ReactNode
  /** What is shown: with another all is tried anew. */
  readonly place: string
  /** True where this is all the page has: what is said is then its heading, and the page is loaded anew. */
  readonly whole?: boolean
  /** Puts around what is said what stands around the part. */
  readonly frame?: (said: ReactNode) => ReactNode
}

export class Fallible extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false }
  private tried = false

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidUpdate(before: Props) {
    if (before.place === this.props.place) return
    this.tried = false
    if (this.state.failed) this.setState({ failed: false })
  }

  private readonly retry = () => {
    // A second failure may be that of a page older than its server, which has its parts no more.
    if (this.props.whole || this.tried) return window.location.reload()
    this.tried = true
    fetchAgain()
    this.setState({ failed: false })
  }

  override render() {
    const { children, whole = false, frame = (said) => said } = this.props
    return this.state.failed ? frame(<Broken whole={whole} onRetry={this.retry} />) : children
  }
}

function Broken({ whole, onRetry }: { readonly whole: boolean; readonly onRetry: () => void }) {
  const { t } = useLingui()
  const Heading = whole ? 'h1' : 'h2'
  return (
    <div className="state failed" role="alert">
      <Heading>{whole ? t`This page could not be shown` : t`This part of the page could not be shown`}</Heading>
      <p>{t`Nothing is lost: what you chose is in the address. Try again when the connection is back.`}</p>
      <button type="button" onClick={onRetry}>{t`Try again`}</button>
    </div>
  )
}
