import { getCatalogue } from '#features/clients/server/client-catalogue.ts'
import { CUSTOM_KINDS, type CustomKind, hasOptions } from '#features/custom-fields/custom-field.ts'
import {
  customFieldCategories,
  customFieldOptions,
  customFields,
} from '#features/firm/server/custom-field-tables.ts'
import type { TestFirm } from './test-firm.ts'

export interface TestCustomFields {
  categoryId: number
  /** The id of the field of each kind. */
  idOf: Readonly<Record<CustomKind, number>>
  /** Of the fields that choose, three each: Rouge, Vert, Bleu. */
  optionsOf: ReadonlyMap<number, number[]>
}

/** Gives a firm a category with a field of each kind, and the catalogue that follows from it. */
export async function makeCustomFields(
  firm: TestFirm,
  required: readonly CustomKind[] = [],
): Promise<TestCustomFields> {
  const [category] = await firm.db.insert(customFieldCategories, [{ name: { fr: 'Dossier' } }])
  const categoryId = category?.id ?? 0
  const fields = await firm.db.insert(
    customFields,
    CUSTOM_KINDS.map((kind, index) => ({
      categoryId,
      name: { fr: `Champ ${kind}` },
      kind,
      required: required.includes(kind),
      position: index + 1,
    })),
  )
  const optionsOf = new Map<number, number[]>()
  for (const { id } of fields.filter(field => hasOptions(field.kind))) {
    const options = await firm.db.insert(
      customFieldOptions,
      ['Rouge', 'Vert', 'Bleu'].map((name, index) => ({
        fieldId: id,
        name: { fr: name },
        position: index + 1,
      })),
    )
    optionsOf.set(
      id,
      options.map(option => option.id),
    )
  }
  firm.catalogue = await getCatalogue(firm.db, firm.portfolioIds)
  const idOf = Object.fromEntries(fields.map(({ kind, id }) => [kind, id])) as Record<CustomKind, number>
  return { categoryId, idOf, optionsOf }
}
