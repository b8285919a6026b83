import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { onSignedOut } from '#ui/api-client.ts'
import { startI18n } from '#ui/i18n.ts'
import { createQueryClient } from '#ui/queries.ts'
import { App } from './app.tsx'
import { followUpdates } from './follow-updates.ts'
import { loadTexts } from './load-texts.ts'
import { createAppRouter, preloadClients } from './router.tsx'
import { leaveForSignIn } from './session-guard.ts'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '#ui/tokens.css'

const queries = createQueryClient()
const router = createAppRouter(queries)
followUpdates()
onSignedOut(() => leaveForSignIn(queries))

preloadClients(queries)
// Not awaited at the top: a file of texts may be bundled with code that waits for this one to have run.
void startI18n(loadTexts).then(() => {
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <App queries={queries} router={router} />
    </StrictMode>,
  )
})
