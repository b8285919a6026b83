import type { PortalState, RiskLevel } from '#features/clients/client-choices.ts'
import type { FieldValue } from '#kernel/fields/field.ts'

/** How a value is to be taken at a glance. */
export type Tone = 'good' | 'warning' | 'bad' | 'neutral'

const RISK = { low: 'good', standard: 'warning', high: 'bad' } satisfies Record<RiskLevel, Tone>
const PORTAL = {
  none: 'neutral',
  invited: 'warning',
  active: 'good',
  blocked: 'bad',
} satisfies Record<PortalState, Tone>

const TONES: Readonly<Record<string, Readonly<Record<string, Tone>>>> = {
  'aml.riskLevel': RISK,
  'portal.state': PORTAL,
}

/** The tone of a choice that is shown as a tag; undefined for one that is plain text. */
export const toneOf = (field: string, value: FieldValue): Tone | undefined => TONES[field]?.[String(value)]
