/** The margins every panel of a figure shares, so that one day stands at one x in all of them. */
import type { Plot } from './chart.ts'

/** Below this width the name of the index leaves the end of the line: the panel's heading says it. */
export const NARROW = 560

/** Half the size of a mark on a point. */
export const MARK = 3.5

export const LEFT = 34

export function rightOf(width: number): number {
  return width < NARROW ? 34 : 112
}

/** The plot of an index panel. Without a time axis the ticks are there and their labels are not. */
export function plotOf(width: number, height: number, timeAxis: boolean): Plot {
  return { width, height, left: LEFT, right: rightOf(width), top: 14, bottom: timeAxis ? 26 : 8 }
}
