import { useMutation } from '@tanstack/react-query'
import i18next from 'i18next'
import type { Progress } from '#kernel/progress.ts'
import { call, send } from '#ui/api-client.ts'
import { createStore, useStore } from '#ui/store.ts'
import {
  checkImport,
  describeSheet,
  type Import,
  type ImportMapping,
  type ImportSheet,
  removeImport,
  startImport,
} from '../imports-api.ts'
import { guessedMapping } from './column-mapping.ts'
import { importRows } from './import-rows.ts'

export const STEPS = ['file', 'columns', 'check', 'writing', 'result'] as const
export type Step = (typeof STEPS)[number]

/** An import under way. It outlives the dialog: who closes it by mistake finds everything as it was. */
export interface ImportFlow {
  step: Step
  current?: Import
  /** The sheet that is read, as it looks below the chosen header row. */
  sheet?: ImportSheet
  mapping?: ImportMapping
  acceptWarnings: boolean
  /** Of the writing, once something is known of it. */
  progress?: Progress | undefined
  /** Counts the checks: what was shown of an earlier one is out of date. */
  checks: number
}

const FRESH: ImportFlow = { step: 'file', acceptWarnings: false, checks: 0 }

const flows = createStore<ImportFlow>(FRESH)

/** The import under way and what can be done with it; `defaultPortfolio` is taken when there is just one to take. */
export function useImportFlow(defaultPortfolio: number | null) {
  const flow = useStore(flows)
  const change = (changed: Partial<ImportFlow>) => flows.set({ ...flows.get(), ...changed })
  const work = useMutation({ mutationFn: (job: () => Promise<void>) => job() })
  // A failure is shown by the dialog, which stays where it is.
  const run = (job: () => Promise<void>) => work.mutateAsync(job).catch(() => undefined)
  const { current, mapping } = flow

  return {
    flow,
    busy: work.isPending,
    error: work.error,
    setMapping: (changed: ImportMapping) => change({ mapping: changed }),
    setAcceptWarnings: (acceptWarnings: boolean) => change({ acceptWarnings }),
    goTo: (step: Step) => {
      work.reset()
      change({ step })
    },
    readFile: (file: File) =>
      run(async () => {
        const read = await upload(file)
        const [sheet] = read.sheets
        if (sheet)
          change({
            ...FRESH,
            current: read,
            sheet,
            mapping: guessedMapping(sheet, defaultPortfolio),
            step: 'columns',
          })
      }),
    chooseSheet: (index: number) => {
      const sheet = current?.sheets[index]
      if (sheet)
        change({ sheet, mapping: guessedMapping(sheet, mapping?.defaultPortfolio ?? defaultPortfolio) })
    },
    chooseHeader: (headerRow: number) =>
      run(async () => {
        if (!current || !mapping) return
        const place = { sheet: mapping.sheet, headerRow }
        const sheet = await call(describeSheet, { params: { id: current.id }, body: place })
        change({ sheet, mapping: guessedMapping(sheet, mapping.defaultPortfolio) })
      }),
    check: () =>
      run(async () => {
        if (!current || !mapping) return
        const checked = await call(checkImport, { params: { id: current.id }, body: mapping })
        change({ current: checked, step: 'check', checks: flow.checks + 1 })
      }),
    apply: (onImported: () => void) => {
      change({ step: 'writing', progress: undefined })
      return run(async () => {
        if (!current) return
        const done = await importRows(current.id, flow.acceptWarnings, progress =>
          change({ progress }),
        ).catch(error => {
          change({ step: 'check' })
          throw error
        })
        change({ current: done, step: 'result', checks: flow.checks + 1 })
        onImported()
      })
    },
    /** Forgets the import, here and on the server, which would keep it for a day. */
    discard: () => {
      if (current) void call(removeImport, { params: { id: current.id } }).catch(() => undefined)
      work.reset()
      flows.set(FRESH)
    },
  }
}

export type ImportSteps = ReturnType<typeof useImportFlow>

async function upload(file: File): Promise<Import> {
  const response = await send(`${startImport.path}?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', 'Accept-Language': i18next.language },
    body: file,
  })
  return (await response.json()) as Import
}
