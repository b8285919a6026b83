import { randomUUID } from 'node:crypto'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { inLinesIfAsked } from '#platform/http/answer-in-lines.ts'
import { reportToStderr } from '#platform/http/failures.ts'
import { type Handler, handler, uploadHandler } from '#platform/http/handler.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { MAX_FILE_BYTES } from '../import-limits.ts'
import { mayImport } from '../import-rights.ts'
import * as api from '../imports-api.ts'
import { applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'
import { deleteImport } from './import-queries.ts'
import { listImportRows } from './list-import-rows.ts'
import { showImport, showSheet } from './show-import.ts'
import { stageImport } from './stage-import.ts'

const may = mayImport

/** The operations of *Importer*; `tidyUp` is called when many rows were written. */
export const importHandlers = (secrets: SecretBox, tidyUp: () => Promise<void>): Handler<Actor>[] => [
  uploadHandler(
    api.startImport,
    async (actor: Actor, { body, params }) =>
      showImport(actor, await stageImport(actor, { name: params.name, bytes: body }, secrets), secrets),
    { maxBytes: MAX_FILE_BYTES, may },
  ),
  handler(api.getImport, (actor: Actor, { params }) => showImport(actor, params.id, secrets), { may }),
  handler(api.describeSheet, (actor: Actor, { params, body }) => showSheet(actor, params.id, body, secrets), {
    may,
  }),
  handler(
    api.checkImport,
    async (actor: Actor, { params, body }) => {
      await checkImport(actor, params.id, body, secrets)
      return showImport(actor, params.id, secrets)
    },
    { may },
  ),
  handler(
    api.listImportRows,
    (actor: Actor, { params, body }) => listImportRows(actor, params.id, body, secrets),
    { may },
  ),
  handler(
    api.applyImport,
    (actor: Actor, { params: { id }, body, asking }) =>
      inLinesIfAsked(asking, async onProgress => {
        await applyImport(actor, id, body, secrets, onProgress)
        // The clients are there: what goes wrong from here on is no failure of the import.
        await tidyUp().catch(error => reportToStderr(randomUUID(), 'tidying up after an import', error))
        return showImport(actor, id, secrets)
      }),
    { may },
  ),
  handler(
    api.removeImport,
    async (actor: Actor, { params }) => {
      await deleteImport(actor.db, params.id)
      return {}
    },
    { may },
  ),
]
