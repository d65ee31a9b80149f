/** The client's address: that of the connection, or the one that a trusted proxy forwards. */
import type { IncomingMessage } from 'node:http'
import { isIPv4 } from 'node:net'
import proxyAddress from '@fastify/proxy-addr'
import ip from 'ipaddr.js'
import type { Transport } from '../config.ts'

/** Whether the proxy at this address is trusted to say where a request came from. */
export type ProxyTrust = (address: string, hop: number) => boolean

export function proxyTrustOf({ trustProxy }: Transport): ProxyTrust {
  return trustProxy.length === 0 ? () => false : proxyAddress.compile([...trustProxy])
}

/** The client's address of a raw request, such as the upgrade to a WebSocket. */
export function addressOf(request: IncomingMessage, trust: ProxyTrust): string {
  return proxyAddress(request, trust) ?? ''
}

/** The host that a raw request is addressed to, as a trusted proxy forwards it. */
export function hostOf({ headers, socket }: IncomingMessage, trust: ProxyTrust): string {
  const forwarded = headers['x-forwarded-host']
  if (typeof forwarded === 'string' && trust(socket.remoteAddress ?? '', 0))
    return forwarded.split(',').at(-1)?.trim() ?? ''
  return headers.host ?? ''
}

/** What counts as one caller: an IPv4 address, or the /64 of an IPv6 address, since one household has a whole /64. */
export function networkOf(address: string): string {
  // Nearly all addresses are in canonical form already; parsing one would cost more than the rest of a 304.
  if (isIPv4(address) || !ip.isValid(address)) return address
  const parsed = ip.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  const parts = (parsed as ip.IPv6).parts.slice(0, 4)
  return `${parts.map((part) => part.toString(16)).join(':')}::/64`
}

/** Whether the address is one of this machine. */
export function isLoopback(address: string): boolean {
  return ip.isValid(address) && ip.process(address).range() === 'loopback'
}
