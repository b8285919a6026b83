import type { BillingMode, PortalState } from '#features/clients/client-choices.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import type { DemoFirmIds } from './demo-assignments.ts'
import type { DemoProfile } from './demo-profile.ts'
import type { Random } from './seeded-random.ts'

const BUSINESS_MODES = [
  ['flat', 42],
  ['flatPlusExtras', 26],
  ['timeBased', 22],
  ['perTask', 8],
  ['none', 2],
] as const
const PRIVATE_MODES = [
  ['perTask', 68],
  ['flat', 22],
  ['none', 10],
] as const

/** How the client is billed; a flat fee is so much a quarter. */
export function billingValues({ kind, sector }: DemoProfile, ids: DemoFirmIds, random: Random): FieldValues {
  const mode = random.weighted<BillingMode>(kind === 'private' ? PRIVATE_MODES : BUSINESS_MODES)
  const [least, most] = kind === 'private' ? [6, 24] : kind === 'legal' && sector ? [50, 480] : [20, 160]
  const isFlat = mode === 'flat' || mode === 'flatPlusExtras'
  return {
    'billing.billedTo': null,
    'billing.mode': mode,
    'billing.flatAmount': isFlat
      ? `${random.between(least, most) * 5}.${random.pick(['00', '00', '50'])}`
      : null,
    'billing.invoiceFormat': mode === 'none' ? null : random.pick(ids.invoiceFormatIds),
  }
}

const PORTAL_STATES = [
  ['none', 55],
  ['active', 30],
  ['invited', 12],
  ['blocked', 3],
] as const

/** The client's portal and which mails it wants. */
export function portalValues({ kind, until }: DemoProfile, random: Random): FieldValues {
  const state: PortalState = until === null ? random.weighted<PortalState>(PORTAL_STATES) : 'none'
  return {
    'portal.state': state,
    'portal.forms': state === 'active' && random.chance(0.8),
    'mail.general': random.chance(0.98),
    'mail.vat': kind !== 'private',
    'mail.tax': random.chance(0.95),
    'mail.payroll': kind === 'legal' && random.chance(0.3),
    'mail.newsletter': random.chance(0.6),
    'mail.portal': state !== 'none',
  }
}
