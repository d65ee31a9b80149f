/** GraphiQL, from our own files alone: it works without a network, and asks the server that it came from. */
import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import { EXAMPLES } from './examples.ts'

const url = new URL('/graphql', window.location.href)
const subscriptionUrl = new URL(url)
subscriptionUrl.protocol = url.protocol.replace('http', 'ws')
const fetcher = createGraphiQLFetcher({ url: url.href, subscriptionUrl: subscriptionUrl.href })
const tabs = EXAMPLES.map(({ query, variables = {} }) => ({
  query,
  variables: JSON.stringify(variables, null, 2),
  headers: null,
}))

// The first tab shows its variables only where it is told them again; on a later visit the visitor's own tabs are kept.
const firstVisit = window.localStorage.getItem('graphiql:tabs') === null
const initial = firstVisit && tabs[0] ? { initialVariables: tabs[0].variables } : {}

const place = document.getElementById('graphiql')
if (place) createRoot(place).render(<GraphiQL fetcher={fetcher} defaultTabs={tabs} {...initial} />)
