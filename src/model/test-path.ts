// Of charts, the values that helm/chart-testing installs them with.
const CHART_TEST = /(?:^|\/)ci\/[^/]*values\.yaml$/;
const TEST_FOLDER = /(?:^|\/)(?:testdata|tests?|e2e|fixtures?|__(?:tests|fixtures|mocks)__|mocks?|spec)\//i;
// `dockerTest` and `smoke-tests`, but not `cluster-test`, which is an environment.
const KIND_OF_TESTS =
  /(?:^|\/)(?:unit|integration|system|functional|acceptance|conformance|regression|smoke|docker)[-_]?tests?\//i;
// `test-certs`, `testutil` and `testFixtures`, but not `test-cluster`.
const MADE_FOR_TESTS =
  /(?:^|\/)tests?[-_]?(?:data|fixtures?|resources?|utils?|suites?|certs?|certificates?|keys|pki|files)\//i;
const SIGNS = [TEST_FOLDER, KIND_OF_TESTS, MADE_FOR_TESTS, CHART_TEST];

/** True for a file that by its name, or that of a folder, is material for tests. */
export function isTestPath(path: string): boolean {
  return testFolderOf(path) !== undefined;
}

/**
 * The outermost folder of a file that is for tests by its name, with its slash; the file itself where that is what is
 * named so, and `undefined` where nothing is.
 */
export function testFolderOf(path: string): string | undefined {
  const ends = SIGNS.flatMap(sign => {
    const match = sign.exec(path);
    return match === null ? [] : [match.index + match[0].length];
  });
  return ends.length === 0 ? undefined : path.slice(0, Math.min(...ends));
}
