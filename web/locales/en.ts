/*eslint-disable*/
import type { Messages } from '@lingui/core'
export const messages: Messages = {}
