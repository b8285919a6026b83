import { z } from 'zod'

/** An id of a record: a positive integer of 32 bits. */
export const idSchema = z.int().min(1).max(2_147_483_647)

/** For a path that ends in the id of a record. */
export const idParams = z.object({ id: z.coerce.number().pipe(idSchema) })

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** An operation of the API, known to both sides: the server mounts it, the browser calls it, OpenAPI describes it. */
export interface Route<
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
  Params extends z.ZodType = z.ZodType,
> {
  method: Method
  /** With `{name}` for what stands in `params`. */
  path: string
  summary: string
  params: Params
  body: Body
  answer: Answer
}

const nothing = z.strictObject({})

/** Declares an operation; one without `body` or `params` takes none. */
export function route<
  Answer extends z.ZodType,
  Body extends z.ZodType = typeof nothing,
  Params extends z.ZodType = typeof nothing,
>(declared: {
  method: Method
  path: string
  summary: string
  answer: Answer
  body?: Body
  params?: Params
}): Route<Body, Answer, Params> {
  const { method, path, summary, answer } = declared
  return {
    method,
    path,
    summary,
    answer,
    body: declared.body ?? (nothing as unknown as Body),
    params: declared.params ?? (nothing as unknown as Params),
  }
}
