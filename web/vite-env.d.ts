/** What Vite adds to a module: style sheets as imports, and the build mode. */
/// <reference types="vite/client" />

/** The part of a catalogue that the public page leaves out (catalogue.ts). */
declare module '*/en.ts?desk' {
  export const messages: import('@lingui/core').Messages
}
