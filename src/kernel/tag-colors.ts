/** The colours that a firm can give to its labels and portfolios, in the order in which they are offered. */
export const TAG_COLORS = ['teal', 'green', 'orange', 'red', 'pink', 'violet', 'blue', 'gray'] as const
export type TagColor = (typeof TAG_COLORS)[number]

const SAME_SHADE: Readonly<Record<string, TagColor>> = {
  cyan: 'teal',
  lime: 'green',
  yellow: 'orange',
  grape: 'violet',
  indigo: 'blue',
  dark: 'gray',
}

/** The colour on offer that looks like one that was given otherwise. */
export const offeredColor = (color: string): TagColor =>
  TAG_COLORS.find(one => one === color) ?? SAME_SHADE[color] ?? 'gray'
