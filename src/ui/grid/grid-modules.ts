import {
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  InfiniteRowModelModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
} from 'ag-grid-community'

/** Registers the parts of the grid that are used, and no others, for they are what its weight is made of. */
export const registerGridModules = (): void =>
  ModuleRegistry.registerModules([
    CellStyleModule,
    ColumnApiModule,
    ColumnAutoSizeModule,
    InfiniteRowModelModule,
    RenderApiModule,
    RowApiModule,
    ScrollApiModule,
  ])
