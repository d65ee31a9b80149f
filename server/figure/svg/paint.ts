/**
 * The colours of a drawn figure. An image is looked at away from any style sheet, so it carries its colours; a figure in
 * a page takes the page's. The values are those of styles/tokens.css.
 */
import type { Measure } from '../model/points.ts'

export interface Paint extends Readonly<Record<Measure, string>> {
  readonly ground: string
  readonly text: string
  readonly quiet: string
  readonly grid: string
  readonly axis: string
  readonly hatch: string
}

export const THEMES = ['light', 'dark'] as const
export type DrawnTheme = (typeof THEMES)[number]

export const PAINTS: Readonly<Record<DrawnTheme, Paint>> = {
  light: {
    ground: '#fbfaf8',
    text: '#1d1b20',
    quiet: '#5c5862',
    grid: '#eceaee',
    axis: '#a8a3ae',
    hatch: '#dcd8e0',
    tension: '#b35806',
    engagement: '#542788',
  },
  dark: {
    ground: '#16141a',
    text: '#eceaf0',
    quiet: '#b1acba',
    grid: '#2b2831',
    axis: '#6d6777',
    hatch: '#3a3642',
    tension: '#fdb863',
    engagement: '#b2abd2',
  },
}

/** For a figure inside a page: whatever theme the page is in. */
export const PAGE_PAINT: Paint = {
  ground: 'var(--ground)',
  text: 'var(--text)',
  quiet: 'var(--quiet)',
  grid: 'var(--grid)',
  axis: 'var(--axis)',
  hatch: 'var(--hatch)',
  tension: 'var(--tension)',
  engagement: 'var(--engagement)',
}
