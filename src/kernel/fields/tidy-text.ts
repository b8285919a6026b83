import { manyLines, oneLine } from '../text.ts'
import type { FieldKind } from './field.ts'

/** What is typed as a kind of field would keep it: in one line, unless it is made for several. */
export const tidyText = (kind: FieldKind, typed: string): string =>
  kind === 'longText' ? manyLines(typed) : oneLine(typed)
