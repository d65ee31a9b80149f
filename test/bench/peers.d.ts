/**
 * Peers are installed by the first bench that needs them, and are elsewhere not there; tsconfig.json reads this in place of
 * each of them, so that all else in a bench is checked everywhere alike.
 */
// biome-ignore lint/suspicious/noExplicitAny: that is the purpose
type Unchecked = any
declare const peer: Unchecked
export default peer
export const DuckDBInstance: Unchecked
export const Pool: Unchecked
export const PostGraphileAmberPreset: Unchecked
export const createSchema: Unchecked
export const createYoga: Unchecked
export const grafserv: Unchecked
export const makePgService: Unchecked
export const postgraphile: Unchecked
