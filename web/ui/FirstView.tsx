/** What the server drew of this page, kept in sight until the page itself is there; elsewhere the usual words. */
import { Loading } from './states.tsx'

const drawn = document.querySelector('#main > .first-view')
const path = window.location.pathname

export function FirstView({ height }: { readonly height: number }) {
  if (drawn === null || window.location.pathname !== path) return <Loading height={height} />
  return <div ref={(place) => place?.replaceChildren(drawn)} style={{ minHeight: height }} aria-busy="true" />
}
