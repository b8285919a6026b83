import type { Collaborator, Invitation } from '#features/collaborators/collaborators-api.ts'

/** The dialog that stands open over the table of collaborators. */
export type OpenedForCollaborator =
  | { kind: 'invite' }
  | { kind: 'link'; name: string; invitation: Invitation }
  | { kind: 'rename' | 'deactivate'; collaborator: Collaborator }
