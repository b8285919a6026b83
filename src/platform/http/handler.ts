import type { z } from 'zod'
import type { Route } from '#kernel/route.ts'

/** A body of 100 000 ids fits; more must be declared. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024

/** An answer that is JSON already, sent as it is: the database writes long lists faster than this process. */
export class RawJson {
  readonly json: string

  constructor(json: string) {
    this.json = json
  }
}

/** What a command answers; a Response when it has headers of its own or is a file. */
type Answering<Answer extends z.ZodType> = Promise<z.input<Answer> | RawJson | Response>

/** What a handler reads of the request, besides body and parameters. */
export interface Asking {
  headers: Headers
  /** Of the socket, whatever a header claims. */
  remoteAddress: string
}

/** One operation of the API and the command that answers it, for whoever `Actor` says is asking. */
export interface Handler<Actor> {
  route: Route
  /** Whether it answers only signed-in users. */
  access: 'signedIn' | 'everyone'
  takes: 'json' | 'file'
  maxBytes: number
  /** Who is refused before the input is looked at. */
  may(actor: Actor): boolean
  run(actor: Actor, input: { body: unknown; params: unknown; asking: Asking }): Promise<unknown>
}

interface Options<Actor> {
  may?: (actor: Actor) => boolean
  maxBytes?: number
}

/** Pairs a route with its command, which is called for a signed-in actor with validated body and parameters. */
export function handler<Actor, Body extends z.ZodType, Answer extends z.ZodType, Params extends z.ZodType>(
  route: Route<Body, Answer, Params>,
  run: (
    actor: Actor,
    input: { body: z.output<Body>; params: z.output<Params>; asking: Asking },
  ) => Answering<Answer>,
  { may = () => true, maxBytes = MAX_BODY_BYTES }: Options<Actor> = {},
): Handler<Actor> {
  return {
    route,
    access: 'signedIn',
    takes: 'json',
    maxBytes,
    may,
    run: run as Handler<Actor>['run'],
  }
}

/** Pairs a route with a command that anyone may call, signed in or not. */
export function openHandler<Body extends z.ZodType, Answer extends z.ZodType, Params extends z.ZodType>(
  route: Route<Body, Answer, Params>,
  run: (input: { body: z.output<Body>; params: z.output<Params>; asking: Asking }) => Answering<Answer>,
): Handler<unknown> {
  return {
    ...handler(route, (_actor: unknown, input) => run(input)),
    access: 'everyone',
  }
}

/** Pairs a route with a command whose body is a file, its bytes sent as they are, of at most `maxBytes`. */
export function uploadHandler<Actor, Answer extends z.ZodType, Params extends z.ZodType>(
  route: Route<z.ZodType, Answer, Params>,
  run: (
    actor: Actor,
    input: { body: Uint8Array; params: z.output<Params>; asking: Asking },
  ) => Answering<Answer>,
  { maxBytes, may = () => true }: Options<Actor> & { maxBytes: number },
): Handler<Actor> {
  return { route, access: 'signedIn', takes: 'file', maxBytes, may, run: run as Handler<Actor>['run'] }
}
