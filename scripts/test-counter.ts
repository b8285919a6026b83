import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node'

export interface TestCount {
  passed: number
  failed: number
}

/** Counts the tests of a run, and those that ran on each database (see test/factories/test-database.ts). */
export class TestCounter implements Reporter {
  passed = 0
  failed = 0
  onEmbedded = 0
  onServer = 0

  add({ passed, failed }: TestCount): void {
    this.passed += passed
    this.failed += failed
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    this.failed += unhandledErrors.length
    for (const module of modules) this.#count(module)
  }

  #count(module: TestModule): void {
    const tests = [...module.children.allTests()]
    const failed = tests.filter(hasFailed).length
    // A file that cannot be loaded, or whose hooks fail, has failed whatever it contains.
    this.failed += failed === 0 && !module.ok() ? 1 : failed
    const passed = tests.filter(test => test.result().state === 'passed')
    this.passed += passed.length
    this.onEmbedded += passed.filter(test => test.fullName.includes('(embedded)')).length
    this.onServer += passed.filter(test => test.fullName.includes('(server)')).length
  }
}

/** A test that was not run because the preparation of its suite failed has failed as well. */
function hasFailed(test: TestCase): boolean {
  const { state } = test.result()
  return state === 'failed' || (state !== 'passed' && isInFailedSuite(test.parent))
}

function isInFailedSuite(suite: TestSuite | TestModule): boolean {
  if (suite.errors().length > 0) return true
  return suite.type === 'suite' && isInFailedSuite(suite.parent)
}
