/** Engagement of one relation over time, 0–100. For use anywhere: give it a series, it fetches nothing. */
import { IndexChart, type IndexChartProps } from './IndexChart.tsx'

export type EngagementChartProps = Omit<IndexChartProps, 'measure'>

export function EngagementChart(props: EngagementChartProps) {
  return <IndexChart {...props} measure="engagement" />
}
