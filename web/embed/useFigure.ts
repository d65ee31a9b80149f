/** The numbers of one relation for a widget in somebody's React page; web/embed/load.ts is the same without React. */
import { useEffect, useState } from 'react'
import { type LoadedFigure, loadFigure } from './load.ts'

export interface UsedFigure {
  /** Null until it is there, and where it cannot be had. */
  readonly figure: LoadedFigure | null
  /** Why it cannot be had. */
  readonly error: string | null
}

/** `search`: what stands after the `?` of the relation's page. Asked again only where one of the three changes. */
export function useFigure(origin: string, slug: string, search = ''): UsedFigure {
  const [used, setUsed] = useState<UsedFigure>({ figure: null, error: null })
  useEffect(() => {
    let current = true
    loadFigure(origin, slug, search).then(
      (figure) => current && setUsed({ figure, error: null }),
      (error: unknown) => current && setUsed({ figure: null, error: String(error) }),
    )
    return () => {
      current = false
    }
  }, [origin, slug, search])
  return used
}
