import { themeQuartz } from 'ag-grid-community'

/** The grid's look, in the tokens of the application, so that it follows theme and density by itself. */
export const gridTheme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 'var(--text)',
  foregroundColor: 'var(--ink)',
  cellTextColor: 'var(--ink)',
  backgroundColor: 'var(--surface)',
  borderColor: 'var(--line)',
  accentColor: 'var(--brand-fill)',
  headerBackgroundColor: 'var(--surface-soft)',
  headerTextColor: 'var(--muted)',
  headerFontSize: 'var(--text-small)',
  headerFontWeight: 600,
  rowHeight: 'var(--grid-row-height)',
  headerHeight: 'var(--header-height)',
  headerColumnResizeHandleColor: 'var(--line)',
  headerColumnResizeHandleHeight: '40%',
  cellHorizontalPadding: 'var(--cell-padding)',
  rowHoverColor: 'var(--surface-hover)',
  wrapperBorder: true,
  wrapperBorderRadius: 10,
  columnBorder: false,
  pinnedColumnBorder: true,
})
