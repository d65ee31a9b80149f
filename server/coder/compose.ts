/**
 * How a verb changes what it leads to: to refuse a meeting, to offer aid, to threaten an attack, to stop a bombing. Codes
 * are CAMEO's and our refinements; null where nothing is left to tell.
 */
import type { Operator } from './lexicon.ts'

const starts = (leaf: string, ...codes: readonly string[]) => codes.some((code) => leaf.startsWith(code))

export const isForce = (leaf: string) => starts(leaf, '15', '18', '19', '20')
export const isMaterialConflict = (leaf: string) => isForce(leaf) || starts(leaf, '14', '16', '17')
export const isMaterialCooperation = (leaf: string) => starts(leaf, '06', '07', '08')
const isVerbalCooperation = (leaf: string) => starts(leaf, '02', '03', '04', '05') || leaf === '013' || leaf === '018'

/** What is said to be coming: promised, offered, decided, planned. */
export function promised(leaf: string): string {
  if (starts(leaf, '140', '141', '142', '143', '144', '145', '133')) return '133'
  if (starts(leaf, '161', '162', '163', '16'))
    return leaf === '164' || leaf === '165' ? '135' : leaf === '161' ? '132' : leaf === '162' ? '1321' : '1312'
  if (starts(leaf, '17')) return '137'
  if (isForce(leaf)) return '138'
  if (starts(leaf, '04', '026', '027', '036')) return '036'
  if (leaf === '045' || leaf === '028') return '039'
  if (leaf === '072') return '0332'
  if (leaf === '073' || leaf === '075') return '0333'
  if (starts(leaf, '07')) return '033'
  if (starts(leaf, '06')) return leaf === '062' ? '0312' : '030'
  if (starts(leaf, '084')) return '0353'
  if (starts(leaf, '087')) return '0356'
  if (starts(leaf, '083')) return '034'
  if (starts(leaf, '08')) return '035'
  if (starts(leaf, '05')) return leaf === '057' ? '030' : leaf
  if (starts(leaf, '09')) return '030'
  return leaf
}

function refused(leaf: string): string {
  if (starts(leaf, '04', '036', '026', '046', '057', '022')) return '125'
  if (starts(leaf, '045', '028', '039')) return '126'
  if (leaf === '054') return '120.recognition'
  if (starts(leaf, '08', '034', '035', '138', '025')) return '124'
  if (starts(leaf, '06', '03', '07', '02', '05')) return '120'
  if (starts(leaf, '015', '016')) return '016'
  if (starts(leaf, '112', '111')) return '110.rebut'
  return '120'
}

function urged(leaf: string): string {
  if (starts(leaf, '04', '036', '026', '057')) return '026'
  if (starts(leaf, '045', '028')) return '028'
  if (starts(leaf, '083')) return '024'
  if (starts(leaf, '08', '12', '124', '172')) return '025'
  if (starts(leaf, '163', '07', '06', '03', '05', '19', '17')) return '020'
  return '020'
}

function demanded(leaf: string): string {
  if (starts(leaf, '04', '036')) return '1014'
  if (starts(leaf, '083')) return '104'
  if (starts(leaf, '084')) return '1053'
  if (starts(leaf, '087')) return '105'
  return '100'
}

function threatened(leaf: string): string {
  if (isMaterialConflict(leaf)) return promised(leaf)
  if (starts(leaf, '12')) return '130'
  return '130'
}

/** What was going on and is stopped: talks, aid, a bombing. */
function stopped(leaf: string): string | null {
  if (starts(leaf, '04', '036', '026')) return '164'
  if (starts(leaf, '045')) return '165'
  if (starts(leaf, '07', '033')) return '162'
  if (starts(leaf, '05', '03')) return '160'
  if (leaf === '0871') return '196'
  if (starts(leaf, '06')) return '160'
  if (starts(leaf, '163', '16', '17')) return '080'
  if (isForce(leaf)) return '0871'
  if (starts(leaf, '14')) return '080'
  return null
}

/** What is not so. */
export function negated(leaf: string): string | null {
  if (starts(leaf, '054')) return '120.recognition'
  if (starts(leaf, '051', '050', '05')) return '110'
  if (starts(leaf, '08')) return '124'
  if (starts(leaf, '036', '04', '026')) return '125'
  if (starts(leaf, '03', '06', '07')) return '120'
  if (starts(leaf, '110', '12', '111')) return null
  return null
}

/** The code of an operator over what it leads to; `leaf` null where it leads to nothing known. */
export function operated(operator: Operator, leaf: string | null): string | null {
  switch (operator) {
    case 'SAY':
      return leaf ?? '010'
    case 'ACCUSE':
      return '112'
    case 'DENY':
      return leaf !== null && starts(leaf, '07', '08') ? '120' : '016'
    case 'HOPE':
      return '013'
    case 'FEAR':
      return '012'
    case 'CAUSE':
      return null
    case 'REFUSE':
      return leaf === null ? '120' : refused(leaf)
    case 'THREATEN':
      return leaf === null ? '130' : threatened(leaf)
    case 'INTEND':
      return leaf === null || leaf === '0871' ? leaf : promised(leaf)
    case 'URGE':
      return leaf === null ? '020' : urged(leaf)
    case 'DEMAND':
      return leaf === null ? '100' : demanded(leaf)
    case 'ALLOW':
      return leaf !== null && (isMaterialCooperation(leaf) || isVerbalCooperation(leaf)) && !starts(leaf, '04', '02')
        ? leaf
        : '080'
    case 'STOP':
      return leaf === null ? null : stopped(leaf)
    case 'TRY':
    case 'EXPRESS':
    case 'DO':
      return leaf
  }
}
