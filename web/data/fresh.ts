/**
 * What the page has read, and whether the record has moved on since: then what is shown is asked again at once, and what
 * was shown before when it is shown again. Asking costs little: an answer that did not change is a 304.
 */
import { type Client, type Exchange, makeOperation, mapExchange, type Operation } from 'urql'

export class Freshness {
  private changes = 0
  private readonly shown = new Map<number, Operation>()
  private readonly askedAfter = new Map<number, number>()

  /** Stands before the cache. */
  readonly exchange: Exchange = mapExchange({
    onOperation: (operation) => {
      const { kind, key, context } = operation
      if (kind === 'teardown') this.shown.delete(key)
      if (kind !== 'query') return operation
      this.shown.set(key, operation)
      const stale = (this.askedAfter.get(key) ?? this.changes) < this.changes
      this.askedAfter.set(key, this.changes)
      return stale && context.requestPolicy === 'cache-first' ? anew(operation) : operation
    },
  })

  /** The record has changed: asks again what is shown. */
  changed(client: Client): void {
    this.changes++
    for (const operation of this.shown.values()) client.reexecuteOperation(anew(operation))
  }
}

function anew(operation: Operation): Operation {
  return makeOperation(operation.kind, operation, { ...operation.context, requestPolicy: 'network-only' })
}
