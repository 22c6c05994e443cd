import { wordsFrom } from './words.mjs';

/** The text of a Grafana dashboard of so many panels, as Grafana exports them. */
export function dashboard(seed, panels) {
  const words = wordsFrom(seed);
  const document = {
    annotations: {
      list: [{ builtIn: 1, datasource: { type: 'grafana', uid: '-- Grafana --' }, enable: true, hide: true }],
    },
    editable: true,
    graphTooltip: 1,
    panels: Array.from({ length: panels }, (_, id) => panel(words, id)),
    refresh: '30s',
    schemaVersion: 39,
    tags: ['kubernetes', words.word()],
    templating: { list: [{ name: 'datasource', query: 'prometheus', type: 'datasource' }] },
    time: { from: 'now-1h', to: 'now' },
    title: words.sentence(4),
    uid: `${words.word()}-${seed}`,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function panel(words, id) {
  const metric = `${words.word()}_${words.word()}_total`;
  return {
    datasource: { type: 'prometheus', uid: '${datasource}' },
    description: words.sentence(14),
    fieldConfig: {
      defaults: {
        color: { mode: 'palette-classic' },
        custom: {
          drawStyle: 'line',
          fillOpacity: words.number(100),
          lineWidth: 1,
          showPoints: 'never',
          spanNulls: false,
        },
        thresholds: {
          mode: 'absolute',
          steps: [
            { color: 'green', value: null },
            { color: 'red', value: words.number(90) },
          ],
        },
        unit: 'reqps',
      },
      overrides: [],
    },
    gridPos: { h: 8, w: 12, x: 12 * (id % 2), y: 4 * id },
    id,
    options: {
      legend: { calcs: [], displayMode: 'list', placement: 'bottom' },
      tooltip: { mode: 'single', sort: 'none' },
    },
    targets: [
      {
        expr: `sum by (${words.word()}) (rate(${metric}{cluster="$cluster", ${words.word()}=~"$${words.word()}"}[$__rate_interval]))`,
        legendFormat: `{{${words.word()}}}`,
        refId: 'A',
      },
    ],
    title: words.sentence(4),
    type: 'timeseries',
  };
}
