import type { CustomKind } from '#features/custom-fields/custom-field.ts'
import type { Choice, FIELD_GROUPS, Field, FieldGroup } from '#kernel/fields/field.ts'
import type { Filter } from '#kernel/filters/filter.ts'
import type { Text } from '#kernel/language.ts'

/** Where a field is kept, as data; the server turns it into SQL, the browser never sees it. */
export type Storage =
  | { in: 'client'; column: string }
  | { in: 'address'; column: 'street' | 'postalCode' | 'city' | 'country' }
  | { in: 'contact'; type: 'email' | 'phone' }
  | { in: 'assignment'; roleId: number }
  | { in: 'mailPreference'; categoryId: number }
  | { in: 'labels' }
  | { in: 'active' }
  | { in: 'bin' }
  | { in: 'custom'; fieldId: number; column: CustomColumn }

/** Where a firm-made field keeps its values: each kind of field in one of the columns of the same table. */
export type CustomColumn = 'text' | 'number' | 'day' | 'flag' | 'reference' | 'members'

export type ClientField = Field & {
  stored: Storage
  /** What the group is called, unless it is one of the product. */
  groupLabel?: Text
}

/** What a firm adds to the catalogue: the values of its choices and the fields that it has of its own. */
export interface FirmChoices {
  portfolios: readonly Choice[]
  users: readonly Choice[]
  labels: readonly Choice[]
  invoiceFormats: readonly Choice[]
  roles: readonly { id: number; code: string; name: Text }[]
  mailCategories: readonly { id: number; code: string; name: Text }[]
  customCategories: readonly CustomCategory[]
}

/** A group of fields that the firm has made, in the order in which it shows them. */
export interface CustomCategory {
  id: number
  name: Text
  isListed: boolean
  /** The clients that its fields are for; null: every client. */
  criteria: Filter | null
  fields: readonly {
    id: number
    name: Text
    kind: CustomKind
    required: boolean
    options: readonly Choice[]
  }[]
}

const FIELD_GROUP_LABELS: Readonly<Record<(typeof FIELD_GROUPS)[number], Text>> = {
  identity: { fr: 'Signalétique', nl: 'Identificatie', de: 'Stammdaten', en: 'Identification' },
  organisation: { fr: 'Organisation', nl: 'Organisatie', de: 'Organisation', en: 'Organisation' },
  status: { fr: 'Statut', nl: 'Status', de: 'Status', en: 'Status' },
  aml: { fr: 'Anti-blanchiment', nl: 'Antiwitwas', de: 'Geldwäsche', en: 'Anti-money laundering' },
  assignment: { fr: 'Affectation', nl: 'Toewijzing', de: 'Zuweisung', en: 'Assignment' },
  billing: { fr: 'Facturation', nl: 'Facturatie', de: 'Abrechnung', en: 'Billing' },
  portal: { fr: 'Portail client', nl: 'Klantenportaal', de: 'Kundenportal', en: 'Client portal' },
  mail: { fr: 'Courriels', nl: 'E-mails', de: 'E-Mails', en: 'E-mails' },
}

/** What the group of a field is called. */
export function groupLabelOf({ group, groupLabel }: ClientField): Text {
  return groupLabel ?? FIELD_GROUP_LABELS[group as keyof typeof FIELD_GROUP_LABELS]
}

export const kindIs = (...kinds: string[]): Filter => ({ field: 'identity.kind', op: 'in', value: kinds })
export const EVERYONE: Filter = { all: [] }
export const LEGAL = kindIs('legal')
export const COMPANIES = kindIs('legal', 'noPersonality')
export const NATURAL = kindIs('selfEmployed', 'private')

type Options = Partial<Omit<Field, 'id' | 'group' | 'kind' | 'label'>>

/** Declares a field: editable and sortable, and hidden at first, unless the options say otherwise. */
export function field(
  id: string,
  group: FieldGroup,
  kind: Field['kind'],
  label: Text,
  stored: Storage,
  options: Options = {},
): ClientField {
  return {
    id,
    group,
    kind,
    label,
    stored,
    editable: true,
    sortable: true,
    shownByDefault: false,
    width: 130,
    ...options,
  }
}

/** Kept in a column of `clients`. */
export const inClient = (column: string): Storage => ({ in: 'client', column })

/** A label in the four languages. */
export const text = (fr: string, nl: string, de: string, en: string): Text => ({ fr, nl, de, en })
