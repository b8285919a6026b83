import type { CustomCategory, CustomField } from '#features/custom-fields/custom-fields-api.ts'

/** The dialog that is open, and what it is about. */
export type Opened =
  | { kind: 'category'; category?: CustomCategory }
  | { kind: 'deleteCategory'; category: CustomCategory }
  | { kind: 'field'; category: CustomCategory; field?: CustomField }
  | { kind: 'convert'; field: CustomField }
  | { kind: 'deleteField'; field: CustomField }
