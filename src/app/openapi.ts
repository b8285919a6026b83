import { z } from 'zod'
import { ERROR_STATUS } from '#kernel/app-error.ts'
import type { Route } from '#kernel/route.ts'
import type { Handler } from '#platform/http/handler.ts'

type Described = Pick<Handler<never>, 'route' | 'access' | 'takes'>
type JsonSchema = Record<string, unknown>

/** The OpenAPI 3.1 description of everything that is mounted, made of the same schemas that check the input. */
export function openApiDocument(handlers: readonly Described[]) {
  const components: Record<string, unknown> = { Error: schemaOf(errorSchema, 'output', {}) }
  const paths: Record<string, Record<string, unknown>> = {}
  for (const handler of handlers) {
    const { path, method } = handler.route
    paths[path] = { ...paths[path], [method]: describe(handler, components) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Fiduscope', version: '1', description: DESCRIPTION },
    paths,
    components: {
      schemas: components,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'fiduscope.session_token' } },
      responses: {
        Error: {
          description: 'What was refused, and why',
          content: json({ $ref: '#/components/schemas/Error' }),
        },
      },
    },
  }
}

const DESCRIPTION = `Sign in with \`POST /api/auth/sign-in/email\` and send the cookie that it sets with every other call.
Times are ISO 8601 in UTC, days \`YYYY-MM-DD\`, days of a year \`MM-DD\`, amounts decimal strings; a missing value is null.`

const errorSchema = z.object({
  error: z.object({
    code: z.enum([...Object.keys(ERROR_STATUS), 'unexpected']),
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
})

function describe({ route, access, takes }: Described, components: Record<string, unknown>) {
  const answer = schemaOf(route.answer, 'output', components)
  const body = takes === 'file' ? undefined : schemaOf(route.body, 'input', components)
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.path.split('/')[2]],
    ...(access === 'signedIn' && { security: [{ session: [] }] }),
    ...parametersOf(route),
    ...(takes === 'file' && { requestBody: { required: true, content: FILE } }),
    ...(body && !isEmpty(body) && { requestBody: { required: true, content: json(body) } }),
    responses: {
      200: { description: 'Done', content: json(answer) },
      default: { $ref: '#/components/responses/Error' },
    },
  }
}

const FILE = { 'application/octet-stream': {} }
const json = (schema: JsonSchema) => ({ 'application/json': { schema } })
const isEmpty = ({ properties }: JsonSchema) => JSON.stringify(properties) === '{}'

/** `postClientsQuery` for `POST /api/clients/query`. */
function operationId({ method, path }: Route): string {
  const words = path.split(/\W+/).filter(word => word !== '' && word !== 'api')
  return method + words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function parametersOf({ path, params }: Route) {
  const { properties = {}, required = [] } = schemaOf(params, 'output', {}) as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  const parameters = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: path.includes(`{${name}}`) ? 'path' : 'query',
    required: required.includes(name),
    schema,
  }))
  return parameters.length > 0 && { parameters }
}

/** The JSON Schema of a value; named schemas, such as the recursive Filter, go to the components. */
function schemaOf(
  schema: z.ZodType,
  io: 'input' | 'output',
  components: Record<string, unknown>,
): JsonSchema {
  const text = JSON.stringify(z.toJSONSchema(schema, { io }))
  const { $schema, $defs, ...rest } = JSON.parse(text.replaceAll('#/$defs/', '#/components/schemas/'))
  Object.assign(components, $defs)
  return rest
}
