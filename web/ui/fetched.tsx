/** Parts of a page that most visits do not open: fetched when they are first shown, and anew where that failed. */
import { type ComponentType, lazy } from 'react'

/** What could not be fetched, each to be begun again. React's lazy itself keeps a failure for good. */
const lost = new Set<() => void>()

export function fetched<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const begun = () =>
    lazy(async () => {
      try {
        return { default: await load() }
      } catch (error) {
        lost.add(() => {
          Part = begun()
        })
        throw error
      }
    })
  let Part: ComponentType<Props> = begun()
  return function Fetched(props) {
    return <Part {...props} />
  }
}

/** Fetches what could not be, when it is shown next. */
export function fetchAgain(): void {
  for (const begin of lost) begin()
  lost.clear()
}
