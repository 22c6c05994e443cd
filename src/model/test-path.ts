const TEST_FOLDER = /(?:^|\/)(?:testdata|tests?|e2e|fixtures?|__(?:tests|fixtures|mocks)__|mocks?|spec)\//i;

/** True for a file in a folder that by its name holds material for tests. */
export function isTestPath(path: string): boolean {
  return TEST_FOLDER.test(path);
}
