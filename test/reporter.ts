import type { Reporter, TestModule } from "vitest/node";

/** Fails a run with two tests of one name, and closes with `N passed, N failed, N skipped`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      const seen = new Set<string>();
      for (const test of module.children.allTests()) {
        count[test.result().state] += 1;
        if (seen.has(test.fullName)) {
          process.exitCode = 1;
          console.error(`two tests of one name in ${module.relativeModuleId}: ${test.fullName}`);
        }
        seen.add(test.fullName);
      }
      if (module.state() === "failed" && module.errors().length > 0) count.failed += 1;
    }
    process.on("exit", () =>
      console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`),
    );
  }
}
