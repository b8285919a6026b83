import { z } from 'zod'
import { LANGUAGES } from '#kernel/language.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#kernel/password.ts'
import { route } from '#kernel/route.ts'

export const FIRM_ROLES = ['administrator', 'manager', 'collaborator', 'readOnly'] as const
export type FirmRole = (typeof FIRM_ROLES)[number]

export const THEMES = ['light', 'dark', 'auto'] as const
export const DENSITIES = ['comfortable', 'compact'] as const

export const preferencesSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  density: z.enum(DENSITIES),
})
export type Preferences = z.infer<typeof preferencesSchema>

export const getMe = route({
  method: 'get',
  path: '/api/me',
  summary: 'The signed-in user, the firm and the user’s preferences',
  answer: z.object({
    user: z.object({ id: z.int(), name: z.string(), email: z.string(), role: z.enum(FIRM_ROLES) }),
    firm: z.object({ name: z.string(), fictional: z.boolean() }),
    preferences: preferencesSchema,
  }),
})
export type Me = z.infer<typeof getMe.answer>

export const changePreferences = route({
  method: 'patch',
  path: '/api/me/preferences',
  summary: 'Keeps language, theme and density for this user',
  body: preferencesSchema.partial(),
  answer: preferencesSchema,
})
export type PreferenceChanges = z.infer<typeof changePreferences.body>

export const signIn = route({
  method: 'post',
  path: '/api/auth/sign-in/email',
  summary: 'Signs in and sets the session cookie',
  body: z.object({ email: z.string().max(254), password: z.string().max(200) }),
  answer: z.object({}),
})

export const signOut = route({
  method: 'post',
  path: '/api/auth/sign-out',
  summary: 'Ends this session',
  answer: z.object({}),
})

/** In characters. */

export const changePassword = route({
  method: 'post',
  path: '/api/auth/change-password',
  summary: 'Changes the password of the signed-in user; other sessions can be ended with it',
  body: z.object({
    currentPassword: z.string().max(LONGEST_PASSWORD),
    newPassword: z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD),
    revokeOtherSessions: z.boolean().optional(),
  }),
  answer: z.object({}),
})

export const listSessions = route({
  method: 'get',
  path: '/api/me/sessions',
  summary: 'The sessions of the signed-in user',
  answer: z.object({
    sessions: z.array(
      z.object({
        id: z.string(),
        current: z.boolean(),
        createdAt: z.string(),
        lastSeenAt: z.string(),
        userAgent: z.string().nullable(),
      }),
    ),
  }),
})

export type OpenSession = z.infer<typeof listSessions.answer>['sessions'][number]

export const endSession = route({
  method: 'delete',
  path: '/api/me/sessions/{id}',
  summary: 'Ends one of the user’s own sessions',
  params: z.object({
    id: z
      .string()
      .max(100)
      .regex(/^[\w-]+$/),
  }),
  answer: z.object({}),
})
