/** How far long work is, in what it is counted by. */
export interface Progress {
  done: number
  total: number
}

/** What a request accepts to be told of the progress: a line of JSON for each step, and the result as the last. */
export const LINES_OF_JSON = 'application/x-ndjson'
