/** Tension of one relation over time, 0–100. For use anywhere: give it a series, it fetches nothing. */
import { IndexChart, type IndexChartProps } from './IndexChart.tsx'

export type TensionChartProps = Omit<IndexChartProps, 'measure'>

export function TensionChart(props: TensionChartProps) {
  return <IndexChart {...props} measure="tension" />
}
