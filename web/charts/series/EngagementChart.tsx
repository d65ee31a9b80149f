/** Engagement of one relation over time, 0–100. For use anywhere: give it a series, it fetches nothing. */
import { IndexChart } from './IndexChart.tsx'
import type { IndexChartProps } from './indexChartProps.ts'

export type EngagementChartProps = Omit<IndexChartProps, 'measure'>

export function EngagementChart(props: EngagementChartProps) {
  return <IndexChart {...props} measure="engagement" />
}
