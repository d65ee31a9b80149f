/** A page of somebody else that uses every widget: it loads from the origin in its address, and draws. */

import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { columnsOf } from '../../server/figure/model/points.ts'
import { RelationCard } from '../../web/charts/card/RelationCard.tsx'
import { DyadMatrix } from '../../web/charts/matrix/DyadMatrix.tsx'
import { StanceMix } from '../../web/charts/mix/StanceMix.tsx'
import { EngagementChart } from '../../web/charts/series/EngagementChart.tsx'
import { TensionChart } from '../../web/charts/series/TensionChart.tsx'
import { loadMatrix } from '../../web/embed/loadMatrix.ts'
import { useFigure } from '../../web/embed/useFigure.ts'
import '../../web/style.css'

const origin = new URLSearchParams(window.location.search).get('from') ?? ''
const ACTORS = [
  { code: 'USA', name: 'United States' },
  { code: 'TAL', name: 'Taliban' },
  { code: 'PAK', name: 'Pakistan' },
]

function Page() {
  const { figure, error } = useFigure(origin, 'us-taliban', 't=2018-01..2018-10&f=month')
  const [matrix, setMatrix] = useState<Awaited<ReturnType<typeof loadMatrix>> | null>(null)
  const [refused, setRefused] = useState('')
  useEffect(() => {
    const actors = ACTORS.map(({ code }) => code)
    loadMatrix(origin, { actors, day: '2018-10-31', measure: 'TENSION', view: 'ENTITY' }).then(
      setMatrix,
      (reason: unknown) => setRefused(String(reason)),
    )
  }, [])
  if (error !== null || refused !== '') return <p role="alert">{error ?? refused}</p>
  if (figure === null || matrix === null) return <p>…</p>
  const { relation, view } = figure
  return (
    <main>
      <h1>The Strelsau Gazette</h1>
      <RelationCard name={relation.name} series={relation.series} bucket={view.bucket} />
      <TensionChart columns={columnsOf(relation.series, 'tension')} bucket={view.bucket} />
      <EngagementChart columns={columnsOf(relation.series, 'engagement')} bucket={view.bucket} />
      <StanceMix stances={relation.stances} bucket={view.bucket} />
      <DyadMatrix parties={ACTORS} columns={matrix} measure="tension" mode="level" />
    </main>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Page />)
