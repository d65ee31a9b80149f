/**
 * Keeps the frame of the page where what stands in it fails: a part that could not be fetched, for want of a connection or
 * because the server has been renewed since, or a fault of ours.
 */
import { useLingui } from '@lingui/react/macro'
import { Component, type ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** Where the page is: at another place all is tried anew. */
  readonly place: string
}

export class Fallible extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidUpdate(before: Props) {
    if (this.state.failed && before.place !== this.props.place) this.setState({ failed: false })
  }

  override render() {
    return this.state.failed ? <Broken /> : this.props.children
  }
}

function Broken() {
  const { t } = useLingui()
  return (
    <div className="state failed" role="alert">
      <h1>{t`This page could not be shown`}</h1>
      <p>{t`Nothing is lost: what you chose is in the address. Try again when the connection is back.`}</p>
      {/* What could not be fetched once is not asked for again by the same page. */}
      <button type="button" onClick={() => window.location.reload()}>{t`Try again`}</button>
    </div>
  )
}
