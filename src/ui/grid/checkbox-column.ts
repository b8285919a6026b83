/** The column in which rows are ticked. */
export const CHECKBOX_COLUMN = 'selected'
