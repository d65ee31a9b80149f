/** How far coders agree, worst first, and what they differ on, side by side, with a place to decide. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from 'urql'
import { Link, useLocation, useSearch } from 'wouter'
import '../../styles/desk.css'
import { AgreementDocument, type AgreementQuery } from '../../../server/figure/generated/documents.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { usePageTitle } from '../../ui/usePageTitle.ts'
import { Ways } from '../admin/Screen.tsx'
import { FiguresTable } from '../method/FiguresTable.tsx'
import { Dispute } from './Dispute.tsx'
import { Uncounted } from './Uncounted.tsx'

export function Agreement() {
  const { t } = useLingui()
  const [, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('w') || 'default'
  usePageTitle(t`Agreement`)
  const [{ data, error }, ask] = useQuery({
    query: AgreementDocument,
    variables: { codebook: asked },
    requestPolicy: 'cache-and-network',
  })
  const again = () => ask({ requestPolicy: 'network-only' })
  if (error) return <Failed whole error={error} onRetry={again} action={<Link href="/sign-in">{t`Sign in`}</Link>} />
  if (!data) return <Loading height={600} />
  const { agreement, disagreements, codebook, codebooks, viewer } = data
  const labels = new Map(codebook?.tags.map((tag) => [tag.code, tag.label]))
  const label = (code: string) => labels.get(code) ?? code
  return (
    <div className="agreement">
      <Ways />
      <h1>{t`Agreement of coders`}</h1>
      <Choice
        label={t`Codebook version`}
        value={agreement.codebook}
        options={codebooks.map((known) => ({ value: known.version, label: known.version }))}
        onChange={(version) => navigate(`/agreement?w=${version}`)}
      />
      <p className="lede">
        {t`Raw agreement is the share of pairs of judgements that are alike. The other three take off what chance alone would give; κ and α mislead where one tag is nearly always right, AC1 does not. Under 30 statements coded twice there is no number. For a tag all of them count, those on which nobody chose it too; one chosen in fewer than 4 has no number. What was judged under an earlier version counts as what has become of its tag in this one.`}
      </p>
      <FiguresTable
        caption={t`By tag: this tag or another`}
        rows={[
          { name: t`All tags`, figures: agreement.overall },
          ...agreement.tags.map(({ tag, used, figures }) => ({ name: label(tag), used, figures })),
        ]}
      />
      <FiguresTable
        caption={t`By what the coders were shown before they judged`}
        rows={[
          { name: t`Nothing: each judged blind`, figures: agreement.blind },
          { name: t`A proposal, to one or more of them`, figures: agreement.shown },
        ]}
      />
      {agreement.pairs.length > 0 && (
        <FiguresTable
          caption={t`By pair of coders`}
          rows={agreement.pairs.map(({ a, b, figures }) => ({ name: `${a} · ${b}`, figures }))}
        />
      )}
      <Uncounted uncounted={agreement.uncounted} />
      <Confused confusion={agreement.confusion} label={label} />
      <h2>{t`Where they differ (${disagreements.totalCount})`}</h2>
      {disagreements.nodes.length === 0 ? (
        <Empty title={t`Nothing is in dispute`} why={t`A statement is, once two coders have judged it differently.`} />
      ) : (
        <ul className="disputes">
          {disagreements.nodes.map((statement) => (
            <Dispute
              key={statement.id}
              statement={statement}
              tags={codebook?.tags ?? []}
              version={agreement.codebook}
              decides={viewer?.role === 'EDITOR' || viewer?.role === 'ADMIN'}
              onDecided={again}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

interface ConfusedProps {
  readonly confusion: AgreementQuery['agreement']['confusion']
  readonly label: (code: string) => string
}

function Confused({ confusion, label }: ConfusedProps) {
  const { t } = useLingui()
  const wrong = confusion.filter(({ a, b }) => a !== b).slice(0, 12)
  if (wrong.length === 0) return null
  return (
    <>
      <h2>{t`Which tag is taken for which`}</h2>
      <ul className="confused">
        {wrong.map(({ a, b, n }) => (
          <li key={`${a} ${b}`}>{t`${label(a)} and ${label(b)}: ${n}`}</li>
        ))}
      </ul>
    </>
  )
}
