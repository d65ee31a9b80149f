/** From which address a request came: that of the connection, or, by a proxy that the operator trusts, the one it tells. */
import type { IncomingMessage } from 'node:http'
import { isIPv4 } from 'node:net'
import proxyAddress from '@fastify/proxy-addr'
import ip from 'ipaddr.js'
import type { Transport } from '../config.ts'

/** Is the word of this address believed, on where a request came from? */
export type Trusting = (address: string, hop: number) => boolean

export function trusting({ trustProxy }: Transport): Trusting {
  return trustProxy.length === 0 ? () => false : proxyAddress.compile([...trustProxy])
}

/** For what is no request of the framework's: the opening of a WebSocket. */
export function addressOf(request: IncomingMessage, trust: Trusting): string {
  return proxyAddress(request, trust) ?? ''
}

/** The same of the host that was asked for. */
export function hostOf({ headers, socket }: IncomingMessage, trust: Trusting): string {
  const told = headers['x-forwarded-host']
  if (typeof told === 'string' && trust(socket.remoteAddress ?? '', 0)) return told.split(',').at(-1)?.trim() ?? ''
  return headers.host ?? ''
}

/** What is counted as one caller: an IPv4 address, or the /64 of IPv6, of which one household has all addresses. */
export function networkOf(address: string): string {
  // Written in the one usual way already, as nearly all are; reading it costs more than the rest of a 304.
  if (isIPv4(address) || !ip.isValid(address)) return address
  const known = ip.process(address)
  if (known.kind() === 'ipv4') return known.toString()
  const parts = (known as ip.IPv6).parts.slice(0, 4)
  return `${parts.map((part) => part.toString(16)).join(':')}::/64`
}

/** Is it an address of this machine itself? */
export function isLoopback(address: string): boolean {
  return ip.isValid(address) && ip.process(address).range() === 'loopback'
}
