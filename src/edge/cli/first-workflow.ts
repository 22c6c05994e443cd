/** What `promsec init` writes as a workflow: docs/workflows/pull-request.yml, as a test sees to. */
export const FIRST_WORKFLOW = `name: promsec
on:
  pull_request:
  merge_group:
  workflow_dispatch:
permissions:
  contents: read
jobs:
  promsec:
    name: promsec
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 2 # the base of the pull request too
          persist-credentials: false
      - uses: promsec/promsec@v1
`;
