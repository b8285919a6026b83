import type { Filter } from '../filters/filter.ts'
import type { Text } from '../language.ts'

/**
 * What a field holds. Each kind has its meaning in `field-kinds.ts`, its SQL on the server and its cell in the
 * browser; a new one does not compile until all three tables answer for it.
 */
export const FIELD_KINDS = [
  'text',
  'longText',
  'email',
  'phone',
  'url',
  'enterpriseNumber',
  'vatNumber',
  'nationalNumber',
  'choice',
  'reference',
  'user',
  'client',
  'labels',
  'choices',
  'yesNo',
  'date',
  'dayOfYear',
  'number',
  'money',
  'identityDocument',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

export const FIELD_GROUPS = [
  'identity',
  'organisation',
  'status',
  'aml',
  'assignment',
  'billing',
  'portal',
  'mail',
] as const
/** A group of columns: one of the product, or a category of fields that the firm has made. */
export type FieldGroup = (typeof FIELD_GROUPS)[number] | `category.${number}`

/** One of the values that a field can take: a code of the product, or the id of a thing of the firm. */
export interface Choice {
  value: string | number
  label: Text
  /** A shorter label for cells, such as `SRL`. */
  short?: Text
  /** A CSS-safe colour name of a label or portfolio. */
  color?: string
  /** Other names that an import may use. */
  aliases?: readonly string[]
  /** No longer offered, but still valid where it stands. */
  retired?: boolean
}

/** A column of the list: what every part of the product reads about a field, in the browser and on the server. */
export interface Field {
  /** `group.name`, as in the API; the group here is the one of the API, `column group` is where the grid shows it. */
  id: string
  group: FieldGroup
  kind: FieldKind
  label: Text
  choices?: readonly Choice[]
  /** The clients that must have it, as a filter; `{ all: [] }` means every client. Absent: nobody must. */
  requiredFor?: Filter
  /** The clients that can have it; absent: every client can. */
  appliesTo?: Filter
  /** A client is never without it, so that it can be set but not cleared. */
  neverEmpty?: boolean
  /** A date that makes the field incomplete once it is past. */
  expires?: boolean
  editable: boolean
  /** Worked out from other fields; never stored. */
  computed?: boolean
  sortable: boolean
  /** Not a column of the list, though it can be filtered by and changed there as any other. */
  unlisted?: boolean
  /** In the list before a user has chosen columns. */
  shownByDefault: boolean
  /** Width of its column in pixels at normal density. */
  width: number
}

/** The value of a field as the API carries it; null is a missing value. */
export type FieldValue = string | number | boolean | readonly (string | number)[] | null

/** A client as far as its fields are known: value by field id. */
export type FieldValues = Readonly<Record<string, FieldValue>>

/** The catalogue, by the ids of its fields. */
export type FieldsById = ReadonlyMap<string, Field>
