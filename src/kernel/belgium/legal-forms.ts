import type { Choice } from '../fields/field.ts'
import type { Text } from '../language.ts'
import { type LegalFormRow, PRIVATE_FORMS, PUBLIC_FORMS, RETIRED_FORMS } from './legal-form-table.ts'

/**
 * Every legal form of the BCE (KBO), by its three-digit code in the table "JuridicalForm". The retired ones stay
 * readable because entities keep them for years: the Code of companies and associations (Act of 23 March 2019)
 * abolished many that are still on file.
 */
export const LEGAL_FORMS: readonly Choice[] = [
  ...[...PRIVATE_FORMS, ...PUBLIC_FORMS].map(toChoice),
  ...RETIRED_FORMS.map(form => ({ ...toChoice(form), retired: true })),
]

function toChoice([code, abbreviations, fr, nl, de, en, otherNames = []]: LegalFormRow): Choice {
  const label = { fr, nl, de, en }
  const aliases = [code.replace(/^0+/, ''), ...dotted(abbreviations), ...otherNames]
  return { value: code, label, aliases, ...(abbreviations && { short: shortened(abbreviations, label) }) }
}

function shortened(abbreviations: string, label: Exclude<Text, string>): Text {
  const [fr = '', nl = '', de = '-', en = fr] = abbreviations.split('/')
  return { fr, nl, de: de === '-' ? label.de : de, en }
}

/** `S.R.L.` for `SRL`, as files and statutes also write it. */
function dotted(abbreviations: string): string[] {
  const capitals = abbreviations.split('/').filter(short => /^[A-Z]{2,}$/.test(short))
  return capitals.map(short => [...short, ''].join('.'))
}
