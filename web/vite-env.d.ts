/** What Vite adds to a module: style sheets as imports, and the build mode. */
/// <reference types="vite/client" />
