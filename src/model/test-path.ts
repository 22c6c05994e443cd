// Of charts, the values that helm/chart-testing installs them with.
const CHART_TEST = /(?:^|\/)ci\/[^/]*values\.yaml$/;
const TEST_FOLDER = /(?:^|\/)(?:testdata|tests?|e2e|fixtures?|__(?:tests|fixtures|mocks)__|mocks?|spec)\//i;

/** True for a file that by its name, or that of a folder, is material for tests. */
export function isTestPath(path: string): boolean {
  return TEST_FOLDER.test(path) || CHART_TEST.test(path);
}
