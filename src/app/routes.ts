import { assignmentRoleHandlers } from '#features/assignment-roles/server/assignment-role-handlers.ts'
import { binHandlers } from '#features/change-sets/server/bin-handlers.ts'
import { changeSetHandlers } from '#features/change-sets/server/change-set-handlers.ts'
import { openLiveChanges } from '#features/change-sets/server/live-changes.ts'
import { liveChangesHandlers } from '#features/change-sets/server/live-changes-handlers.ts'
import { rememberCatalogues } from '#features/clients/server/client-catalogue.ts'
import { clientHandlers } from '#features/clients/server/client-handlers.ts'
import { collaboratorHandlers } from '#features/collaborators/server/collaborator-handlers.ts'
import { columnLayoutHandlers } from '#features/column-layout/server/column-layout-handlers.ts'
import { customFieldHandlers } from '#features/custom-fields/server/custom-field-handlers.ts'
import { firmHandlers } from '#features/firm/server/firm-handlers.ts'
import { importHandlers } from '#features/imports/server/import-handlers.ts'
import { labelHandlers } from '#features/labels/server/label-handlers.ts'
import { loupeHandlers } from '#features/loupe/server/loupe-handlers.ts'
import { portfolioHandlers } from '#features/portfolios/server/portfolio-handlers.ts'
import { savedFilterHandlers } from '#features/saved-filters/server/saved-filter-handlers.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { signInHandlers } from '#features/sign-in/server/sign-in-handlers.ts'
import type { Auth } from '#platform/auth/auth.ts'
import type { Database } from '#platform/db/database.ts'
import { tidyDatabase } from '#platform/db/tidy-database.ts'
import type { Handler } from '#platform/http/handler.ts'
import type { SecretBox } from '#platform/secret-box.ts'

/** What the operations need besides who is asking. */
export interface Services {
  database: Database
  auth: Auth
  secrets: SecretBox
}

/** Every operation of the API. */
export function apiHandlers({ database, auth, secrets }: Services): Handler<Actor>[] {
  const catalogues = rememberCatalogues()
  return [
    ...signInHandlers(database, auth),
    ...clientHandlers(secrets, catalogues),
    ...changeSetHandlers(secrets, catalogues),
    ...binHandlers,
    ...liveChangesHandlers(openLiveChanges(database)),
    ...firmHandlers,
    ...collaboratorHandlers({ database, auth, secrets }),
    ...portfolioHandlers(secrets),
    ...assignmentRoleHandlers,
    ...labelHandlers(secrets),
    ...customFieldHandlers(secrets, catalogues),
    ...savedFilterHandlers,
    ...columnLayoutHandlers,
    ...loupeHandlers,
    ...importHandlers(secrets, () => tidyDatabase(database)),
  ]
}
