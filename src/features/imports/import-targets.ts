import type { Field } from '#kernel/fields/field.ts'

/**
 * What a column can be read into: a field of a client, or a part of one that a file keeps in a column of its own.
 * Parts are named after their field: `contact.street#number`.
 */
export type ImportTarget = string

export const FIRST_NAME = 'identity.name#firstName'
export const HOUSE_NUMBER = 'contact.street#number'
export const BOX = 'contact.street#box'

/** The parts that complete each field. */
export const PARTS: Readonly<Record<string, readonly ImportTarget[]>> = {
  'identity.name': [FIRST_NAME],
  'contact.street': [HOUSE_NUMBER, BOX],
}

/** The field that a target belongs to. */
export const fieldOfTarget = (target: ImportTarget): string => target.split('#', 1)[0] ?? target

/** The fields that a file can fill; `client` fields name other clients by ids that no file has. */
export const importableFields = <
  F extends Pick<Field, 'editable' | 'kind'> & { computed?: boolean | undefined },
>(
  fields: readonly F[],
): F[] => fields.filter(field => field.editable && !field.computed && field.kind !== 'client')

/** Every target that the fields offer, each field before its parts. */
export const targetsOf = (fields: readonly Pick<Field, 'id'>[]): ImportTarget[] =>
  fields.flatMap(({ id }) => [id, ...(PARTS[id] ?? [])])
